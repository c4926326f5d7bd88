// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Passes one process's log on, in whole lines, so that those of many processes do not mix; and keeps its end for when
 * the process ends badly. Thread-safe.
 */
final class LogTail extends OutputStream {
    private static final int KEPT = 4096;
    /** A line that is longer is passed on in pieces. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final OutputStream all;
    private final byte[] ring = new byte[KEPT];
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long length;

    LogTail(OutputStream all) {
        this.all = all;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            ring[(int) (length++ % KEPT)] = bytes[offset + i];
        }
        int whole = count;
        while (whole > 0 && bytes[offset + whole - 1] != '\n') {
            whole--;
        }
        begun.write(bytes, offset, whole);
        if (whole > 0) {
            flush();
        }
        begun.write(bytes, offset + whole, count - whole);
        if (begun.size() > LONGEST_LINE) {
            flush();
        }
    }

    /** Passes on a line that has only begun, too. */
    @Override
    public synchronized void flush() throws IOException {
        byte[] lines = begun.toByteArray();
        begun.reset();
        all.write(lines, 0, lines.length);
        all.flush();
    }

    /** What was written last. */
    @Override
    public synchronized String toString() {
        int kept = (int) Math.min(length, KEPT);
        byte[] tail = new byte[kept];
        for (int i = 0; i < kept; i++) {
            tail[i] = ring[(int) ((length - kept + i) % KEPT)];
        }
        return new String(tail, StandardCharsets.UTF_8);
    }
}
