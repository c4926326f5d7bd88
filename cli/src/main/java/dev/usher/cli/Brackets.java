// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

/**
 * Follows the brackets of a JSON text from line to line, to see where a value ends that spans them. Takes any bytes; a
 * string ends with its line at the latest. One thread at a time.
 */
final class Brackets {
    private int depth;
    /** A bit for each of the innermost 64 levels, set for an array; beyond that we guess objects. */
    private long arrays;
    private int last;

    void reset() {
        depth = 0;
        arrays = 0;
        last = 0;
    }

    /** One line more. */
    void take(byte[] line, int length) {
        boolean inString = false;
        for (int i = 0; i < length; i++) {
            byte b = line[i];
            if (inString) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    inString = false;
                }
            } else if (!isSpace(b)) {
                last = b;
                if (b == '"') {
                    inString = true;
                } else if (b == '{' || b == '[') {
                    depth++;
                    arrays = arrays << 1 | (b == '[' ? 1 : 0);
                } else if (b == '}' || b == ']') {
                    depth = Math.max(0, depth - 1);
                    arrays >>>= 1;
                }
            }
        }
    }

    boolean areClosed() {
        return depth == 0;
    }

    /** Whether a line that begins with this byte cannot go on here, and so begins another value. */
    boolean endBefore(int first) {
        boolean inArray = (arrays & 1) != 0;
        return switch (first) {
            case '{', '[' -> last != ':' && last != '[' && !(last == ',' && inArray);
            case '"' -> last != ':' && last != '[' && last != ',' && last != '{';
            default -> false;
        };
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
