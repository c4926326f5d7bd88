// SPDX-License-Identifier: Apache-2.0
package dev.usher.json;

import java.util.List;
import java.util.Map;

/** A JSON value as it was read. Immutable; the collections are not to be changed. */
public sealed interface JsonValue {
    /** Members in the order in which they stand; no name twice. */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {}

    record JsonArray(List<JsonValue> elements) implements JsonValue {}

    /** May hold unpaired surrogates, which JSON can write as escapes. */
    record JsonString(String value) implements JsonValue {}

    /** A number as it was written; what it is worth is decided where it is used. */
    record JsonNumber(String text) implements JsonValue {}

    record JsonBoolean(boolean value) implements JsonValue {}

    /** The literal {@code null}. */
    record JsonNull() implements JsonValue {
        static final JsonNull INSTANCE = new JsonNull();
    }
}
