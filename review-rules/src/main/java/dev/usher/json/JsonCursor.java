// SPDX-License-Identifier: Apache-2.0
package dev.usher.json;

import dev.usher.json.JsonValue.JsonArray;
import dev.usher.json.JsonValue.JsonBoolean;
import dev.usher.json.JsonValue.JsonNull;
import dev.usher.json.JsonValue.JsonNumber;
import dev.usher.json.JsonValue.JsonObject;
import dev.usher.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON text that knows its path, so that what is wrong there can be said: each reading method throws a
 * {@link JsonException} such as {@code "rules[1].options.window: expected a string, found 5"}. Immutable.
 */
public final class JsonCursor {
    private static final int LONGEST_QUOTE = 40;

    private final @Nullable JsonCursor parent;
    /** The member's name; null for an element, and for the root. */
    private final @Nullable String name;
    private final int index;
    private final @Nullable JsonValue value;

    private JsonCursor(@Nullable JsonCursor parent, @Nullable String name, int index,
            @Nullable JsonValue value) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.value = value;
    }

    /** The whole text, whose path is {@code $}. */
    public static JsonCursor root(JsonValue value) {
        return new JsonCursor(null, null, 0, value);
    }

    /** Where this place is, such as {@code rules[1].options}. */
    public String path() {
        if (parent == null) {
            return "$";
        }
        String before = parent.parent == null ? "" : parent.path();
        if (name == null) {
            return before + "[" + index + "]";
        } else if (!isName(name)) {
            return before + "[\"" + name + "\"]";
        }
        return before.isEmpty() ? name : before + "." + name;
    }

    /** Whether nothing stands here: no such member. */
    public boolean isMissing() {
        return value == null;
    }

    /** Whether nothing, or {@code null}, stands here. */
    public boolean isMissingOrNull() {
        return value == null || value instanceof JsonNull;
    }

    public boolean isString() {
        return value instanceof JsonString;
    }

    public boolean isObject() {
        return value instanceof JsonObject;
    }

    /** The member of that name, which may be missing. */
    public JsonCursor member(String name) throws JsonException {
        return new JsonCursor(this, name, 0, object().members().get(name));
    }

    /** The member of that name, an object; one without members where it is missing. */
    public JsonCursor memberOrEmpty(String name) throws JsonException {
        JsonCursor member = member(name);
        if (member.isMissing()) {
            return new JsonCursor(this, name, 0, new JsonObject(Map.of()));
        }
        member.object();
        return member;
    }

    /** The names of all members, in order. */
    public Set<String> names() throws JsonException {
        return object().members().keySet();
    }

    /** All elements, in order. */
    public List<JsonCursor> elements() throws JsonException {
        if (!(value instanceof JsonArray array)) {
            throw expected("an array");
        }
        List<JsonCursor> cursors = new ArrayList<>(array.elements().size());
        for (int i = 0; i < array.elements().size(); i++) {
            cursors.add(new JsonCursor(this, null, i, array.elements().get(i)));
        }
        return cursors;
    }

    public String string() throws JsonException {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw expected("a string");
    }

    public String nonEmptyString() throws JsonException {
        if (value instanceof JsonString string && !string.value().isEmpty()) {
            return string.value();
        }
        throw expected("a string that is not empty");
    }

    public boolean flag() throws JsonException {
        if (value instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw expected("true or false");
    }

    /** A whole number, written without fraction or exponent, between the two, both included. */
    public int integer(int min, int max) throws JsonException {
        if (value instanceof JsonNumber number && number.text().length() <= 11) {
            String text = number.text();
            if (text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
                long parsed = Long.parseLong(text);
                if (parsed >= min && parsed <= max) {
                    return (int) parsed;
                }
            }
        }
        throw expected("a whole number from " + min + " to " + max);
    }

    /** A number between the two, both included. */
    public double decimal(double min, double max) throws JsonException {
        if (value instanceof JsonNumber number) {
            double parsed = Double.parseDouble(number.text());
            if (parsed >= min && parsed <= max) {
                return parsed;
            }
        }
        throw expected("a number from " + min + " to " + max);
    }

    /** An object whose members are all strings, in order. */
    public Map<String, String> strings() throws JsonException {
        Map<String, JsonValue> members = object().members();
        if (members.isEmpty()) {
            return Map.of();
        }
        Map<String, String> strings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> entry : members.entrySet()) {
            if (!(entry.getValue() instanceof JsonString string)) {
                throw member(entry.getKey()).expected("a string");
            }
            strings.put(entry.getKey(), string.value());
        }
        return strings;
    }

    /** What to throw where something else should stand here. */
    public JsonException expected(String what) {
        return error("expected " + what + ", found " + found());
    }

    /** What to throw where this place is at fault. */
    public JsonException error(String what) {
        return new JsonException(path() + ": " + what);
    }

    private JsonObject object() throws JsonException {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw expected("an object");
    }

    private String found() {
        if (value == null) {
            return "nothing";
        } else if (value instanceof JsonObject) {
            return "an object";
        } else if (value instanceof JsonArray) {
            return "an array";
        } else if (value instanceof JsonString string) {
            return string.value().length() > LONGEST_QUOTE ? "a longer string" : "\"" + string.value() + "\"";
        } else if (value instanceof JsonNumber number) {
            return number.text().length() > LONGEST_QUOTE ? "a longer number" : number.text();
        }
        return value instanceof JsonBoolean flag ? Boolean.toString(flag.value()) : "null";
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isJavaIdentifierPart(name.charAt(i)) && name.charAt(i) != '-') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** The path. */
    @Override
    public String toString() {
        return path();
    }
}
