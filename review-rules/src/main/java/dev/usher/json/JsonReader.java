// SPDX-License-Identifier: Apache-2.0
package dev.usher.json;

import dev.usher.json.JsonValue.JsonArray;
import dev.usher.json.JsonValue.JsonBoolean;
import dev.usher.json.JsonValue.JsonNull;
import dev.usher.json.JsonValue.JsonNumber;
import dev.usher.json.JsonValue.JsonObject;
import dev.usher.json.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON text, strictly: RFC 8259 and nothing beside it, no name twice in an object, valid UTF-8, nothing
 * after the value. One leading byte order mark is passed over. Linear in time and memory; depth and size are bounded.
 */
public final class JsonReader {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final byte[] bytes;
    private final int maxDepth;
    private int at;
    private int depth;

    private JsonReader(byte[] bytes, int maxDepth) {
        this.bytes = bytes;
        this.maxDepth = maxDepth;
    }

    /**
     * What a text may cost.
     *
     * @param size in bytes
     * @param depth of objects and arrays in one another
     */
    public record Limits(int size, int depth) {
        /** A mebibyte, 64 deep: far beyond any review event and any rules file. */
        public static final Limits DEFAULT = new Limits(1 << 20, 64);
    }

    /**
     * Reads the whole of the bytes as one value.
     *
     * @throws JsonException where they are not JSON, or beyond the limits; names line and column
     */
    public static JsonValue read(byte[] bytes, Limits limits) throws JsonException {
        if (bytes.length > limits.size()) {
            throw new JsonException(bytes.length + " bytes, at most " + limits.size());
        }
        JsonReader reader = new JsonReader(bytes, limits.depth());
        reader.skipByteOrderMark();
        JsonValue value = reader.value();
        if (reader.skipSpace() >= 0) {
            throw reader.expected("the end");
        }
        return value;
    }

    private void skipByteOrderMark() {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF) {
            at = 3;
        }
    }

    private JsonValue value() throws JsonException {
        int c = skipSpace();
        if (c == '"') {
            return new JsonString(string());
        } else if (c == '{') {
            return object();
        } else if (c == '[') {
            return array();
        } else if (c == '-' || isDigit(c)) {
            return number();
        } else if (c == 't') {
            return literal(TRUE, new JsonBoolean(true));
        } else if (c == 'f') {
            return literal(FALSE, new JsonBoolean(false));
        } else if (c == 'n') {
            return literal(NULL, JsonNull.INSTANCE);
        }
        throw expected("a value");
    }

    private JsonObject object() throws JsonException {
        enter();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        int c = skipSpace();
        while (c != '}') {
            if (c != '"') {
                throw expected(members.isEmpty() ? "'\"' or '}'" : "'\"'");
            }
            int nameAt = at;
            String name = string();
            if (skipSpace() != ':') {
                throw expected("':'");
            }
            at++;
            if (members.putIfAbsent(name, value()) != null) {
                at = nameAt;
                throw error("the name \"" + name + "\" stands twice in one object");
            }
            c = next('}');
        }
        leave();
        return new JsonObject(members);
    }

    private JsonArray array() throws JsonException {
        enter();
        List<JsonValue> elements = new ArrayList<>();
        int c = skipSpace();
        while (c != ']') {
            elements.add(value());
            c = next(']');
        }
        leave();
        return new JsonArray(elements);
    }

    /** Passes the comma after a member or element; the byte that follows it, or the closing one. */
    private int next(char close) throws JsonException {
        int c = skipSpace();
        if (c == ',') {
            at++;
            c = skipSpace();
            if (c == close) {
                throw expected(close == '}' ? "'\"'" : "a value");
            }
        } else if (c != close) {
            throw expected("',' or '" + close + "'");
        }
        return c;
    }

    private void enter() throws JsonException {
        if (++depth > maxDepth) {
            throw error("deeper than " + maxDepth + " levels");
        }
        at++;
    }

    private void leave() {
        depth--;
        at++;
    }

    private JsonValue literal(byte[] word, JsonValue value) throws JsonException {
        for (byte b : word) {
            if (at >= bytes.length || bytes[at] != b) {
                throw expected("a value");
            }
            at++;
        }
        return value;
    }

    private JsonNumber number() throws JsonException {
        int start = at;
        if (bytes[at] == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return new JsonNumber(ascii(start, at));
    }

    private void digits() throws JsonException {
        if (!isDigit(peek())) {
            throw expected("a digit");
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** A string of plain ASCII is taken in one go; at the first other byte a decoder takes over. */
    private String string() throws JsonException {
        byte[] text = bytes;
        int start = at + 1;
        int end = start;
        while (end < text.length && text[end] >= 0x20 && text[end] != '"' && text[end] != '\\') {
            end++; // a byte above 127 is negative
        }
        if (end < text.length && text[end] == '"') {
            at = end + 1;
            return ascii(start, end);
        }
        at = end;
        return decode(start);
    }

    private String decode(int start) throws JsonException {
        StringBuilder text = new StringBuilder(2 * (at - start) + 16);
        for (int i = start; i < at; i++) {
            text.append((char) bytes[i]);
        }
        while (true) {
            int c = peek();
            if (c == '"') {
                at++;
                return text.toString();
            } else if (c == '\\') {
                text.append(escape());
            } else if (c >= 0x80) {
                text.appendCodePoint(multiByte(c));
            } else if (c < 0) {
                throw expected("'\"'");
            } else if (c < 0x20) {
                throw error("a control character in a string");
            } else {
                text.append((char) c);
                at++;
            }
        }
    }

    private char escape() throws JsonException {
        at++;
        int c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
            default -> {
                at--;
                throw expected("an escape");
            }
        };
    }

    private int hexDigit() throws JsonException {
        int c = peek();
        int digit = c < 0 ? -1 : Character.digit((char) c, 16);
        if (digit < 0) {
            throw expected("a hexadecimal digit");
        }
        at++;
        return digit;
    }

    /** One code point of two to four bytes, by the table of well-formed sequences (Unicode 16, table 3-7). */
    private int multiByte(int lead) throws JsonException {
        int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        if (lead < 0xC2 || lead > 0xF4 || at + more >= bytes.length) {
            throw error("not UTF-8");
        }
        int codePoint = lead & (0x3F >> more);
        for (int i = 1; i <= more; i++) {
            int b = bytes[at + i];
            if ((b & 0xC0) != 0x80) {
                throw error("not UTF-8");
            }
            codePoint = codePoint << 6 | (b & 0x3F);
        }
        boolean overlong = codePoint < (more == 3 ? 0x10000 : more == 2 ? 0x800 : 0x80);
        boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        if (overlong || surrogate || codePoint > Character.MAX_CODE_POINT) {
            throw error("not UTF-8");
        }
        at += more + 1;
        return codePoint;
    }

    private String ascii(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** Moves to the next byte that is no white space; that byte, or -1 at the end. */
    private int skipSpace() {
        while (at < bytes.length) {
            byte b = bytes[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b & 0xFF;
            }
            at++;
        }
        return -1;
    }

    private int peek() {
        return at < bytes.length ? bytes[at] & 0xFF : -1;
    }

    private JsonException expected(String what) {
        int c = peek();
        String found = c < 0 ? "the end" : c > ' ' && c < 0x7F ? "'" + (char) c + "'" : "byte " + c;
        return error("expected " + what + ", found " + found);
    }

    private JsonException error(String what) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at && i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new JsonException("line " + line + ", column " + column + ": " + what);
    }
}
