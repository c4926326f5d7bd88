// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of an input, without their ends, each cut at a limit. Looks one line ahead. One thread at a time. */
final class Lines implements Closeable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1024];
    private int length;
    private long number;
    private boolean isPeeked;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Moves to the next line; false at the end. */
    boolean advance() throws IOException {
        boolean any = peek();
        isPeeked = false;
        if (any) {
            number++;
        }
        return any;
    }

    /** Makes the next line's bytes the current ones without counting it yet; false at the end. */
    boolean peek() throws IOException {
        if (!isPeeked) {
            isPeeked = read();
        }
        return isPeeked;
    }

    private boolean read() throws IOException {
        length = 0;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            append(start, at);
            if (at < end) {
                at++;
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private void append(int from, int to) {
        int more = Math.min(to - from, limit - length);
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(limit, Math.max(2 * line.length, length + more)));
        }
        System.arraycopy(buffer, from, line, length, more);
        length += more;
    }

    /** Counted from 1. */
    long number() {
        return number;
    }

    /** The line's bytes, of which the first {@link #length} count, until the next one is looked at. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    byte[] copy() {
        return Arrays.copyOf(line, length);
    }

    /** The byte at the margin; 0 where the line has none. */
    int firstByte() {
        return length == 0 ? 0 : line[0];
    }

    /** Whether nothing stands on the line; a byte order mark is nothing. */
    boolean isBlank() {
        int start = number == 1 && length >= 3
                && Arrays.equals(line, 0, 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
        for (int i = start; i < length; i++) {
            if (!Brackets.isSpace(line[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next line may not be there yet. */
    boolean mayWait() throws IOException {
        return !isPeeked && at == end && in.available() == 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
