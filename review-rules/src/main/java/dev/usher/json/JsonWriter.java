// SPDX-License-Identifier: Apache-2.0
package dev.usher.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes one JSON text without white space, as UTF-8. An unpaired surrogate, which UTF-8 cannot hold, is written as
 * an escape. Commas are the writer's business; that brackets match and members have names is the caller's.
 * One thread at a time.
 */
public final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private byte[] bytes = new byte[512];
    private int length;
    private boolean first = true;

    public JsonWriter beginObject() {
        return open('{');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter beginArray() {
        return open('[');
    }

    public JsonWriter endArray() {
        return close(']');
    }

    /** The name of the next member, whose value must follow. */
    public JsonWriter name(String name) {
        separate();
        quoted(name);
        append(':');
        first = true;
        return this;
    }

    public JsonWriter value(String text) {
        separate();
        quoted(text);
        return this;
    }

    public JsonWriter value(boolean flag) {
        separate();
        return ascii(flag ? "true" : "false");
    }

    public JsonWriter value(long number) {
        separate();
        return ascii(Long.toString(number));
    }

    /** An object of strings, in the map's order. */
    public JsonWriter value(Map<String, String> strings) {
        beginObject();
        for (Map.Entry<String, String> entry : strings.entrySet()) {
            name(entry.getKey()).value(entry.getValue());
        }
        return endObject();
    }

    /** What has been written, in an array of its own. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private JsonWriter open(char bracket) {
        separate();
        append(bracket);
        first = true;
        return this;
    }

    private JsonWriter close(char bracket) {
        append(bracket);
        first = false;
        return this;
    }

    private void separate() {
        if (!first) {
            append(',');
        }
        first = false;
    }

    private JsonWriter ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
        return this;
    }

    private void quoted(String text) {
        append('"');
        for (int i = plain(text); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                escaped(c);
            } else if (c < 0x80) {
                append(c);
            } else if (c < 0x800) {
                append(0xC0 | (c >> 6));
                continuation(c);
            } else if (!Character.isSurrogate(c)) {
                append(0xE0 | (c >> 12));
                continuation(c >> 6);
                continuation(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                int codePoint = Character.toCodePoint(c, text.charAt(++i));
                append(0xF0 | (codePoint >> 18));
                continuation(codePoint >> 12);
                continuation(codePoint >> 6);
                continuation(codePoint);
            } else {
                escaped(c);
            }
        }
        append('"');
    }

    /** Writes the beginning of the text that stands for itself: most texts to their end; how long it is. */
    private int plain(String text) {
        int most = text.length();
        if (bytes.length - length < most) {
            bytes = Arrays.copyOf(bytes, 2 * length + most);
        }
        byte[] to = bytes;
        int from = length;
        int i = 0;
        while (i < most) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            to[from + i++] = (byte) c;
        }
        length = from + i;
        return i;
    }

    private void escaped(char c) {
        append('\\');
        switch (c) {
            case '"', '\\' -> append(c);
            case '\n' -> append('n');
            case '\r' -> append('r');
            case '\t' -> append('t');
            default -> {
                append('u');
                append(HEX[c >> 12]);
                append(HEX[(c >> 8) & 0xF]);
                append(HEX[(c >> 4) & 0xF]);
                append(HEX[c & 0xF]);
            }
        }
    }

    private void continuation(int bits) {
        append(0x80 | (bits & 0x3F));
    }

    private void append(int b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) b;
    }
}
