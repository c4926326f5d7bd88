// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The JSON values of an input, one after another: one a line; or, where the first one spans lines, each as far as its
 * brackets say. A value begins on a line of its own. A broken value costs the lines that it covers and no more: a line
 * that begins at its margin with a value, where none can stand, begins the next one. Holds one value at a time, cut at
 * the limit. One thread at a time.
 */
final class JsonValues implements Closeable {
    private final Lines lines;
    private final int limit;
    private final Brackets brackets = new Brackets();
    private @Nullable Boolean onePerLine;

    /** Values longer than the limit, in bytes, are cut there, and marked. */
    JsonValues(InputStream in, int limit) {
        this.lines = new Lines(in, limit + 1);
        this.limit = limit;
    }

    /**
     * A value, or what stands in the place of one.
     *
     * @param line its first line, counted from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on as it is, and never compared
    record Piece(byte[] bytes, long line, boolean isTooLong) {}

    /** The next value; null at the end. */
    @Nullable
    Piece next() throws IOException {
        do {
            if (!lines.advance()) {
                return null;
            }
        } while (lines.isBlank());
        long first = lines.number();
        byte[] bytes = lines.copy();
        if (Boolean.TRUE.equals(onePerLine)) {
            return piece(bytes, bytes.length, first);
        }
        brackets.reset();
        brackets.take(bytes, bytes.length);
        int length = bytes.length;
        while (!brackets.areClosed() && lines.peek() && !brackets.endBefore(lines.firstByte())) {
            lines.advance();
            brackets.take(lines.bytes(), lines.length());
            if (length <= limit) {
                int more = Math.min(lines.length() + 1, limit + 1 - length);
                if (length + more > bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.min(2 * (length + more), limit + 1));
                }
                bytes[length] = '\n';
                System.arraycopy(lines.bytes(), 0, bytes, length + 1, more - 1);
                length += more;
            }
        }
        if (onePerLine == null && brackets.areClosed()) {
            onePerLine = lines.number() == first;
        }
        return piece(bytes, length, first);
    }

    /** Whether reading on may have to wait for somebody. */
    boolean mayWait() throws IOException {
        return lines.mayWait();
    }

    private Piece piece(byte[] bytes, int length, long first) {
        return new Piece(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), first,
                length > limit);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
