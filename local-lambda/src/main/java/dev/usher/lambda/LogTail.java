// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes one process's log on, and keeps its end for when the process ends badly. Thread-safe. */
final class LogTail extends OutputStream {
    private static final int KEPT = 4096;

    private final OutputStream all;
    private final byte[] ring = new byte[KEPT];
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
        all.write(bytes, offset, count);
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
