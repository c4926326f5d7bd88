// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.OutputStream;
import java.io.PrintStream;

/** Takes a function's log: shows it, or keeps the end of it for when the function crashes. Thread-safe. */
final class FunctionLog extends OutputStream {
    private static final int KEPT = 8 * 1024;

    private final PrintStream err;
    private final boolean show;
    private final byte[] ring = new byte[KEPT];
    private long length;

    FunctionLog(PrintStream err, boolean show) {
        this.err = err;
        this.show = show;
    }

    @Override
    public synchronized void write(int b) {
        if (show) {
            err.write(b);
        }
        ring[(int) (length++ % KEPT)] = (byte) b;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) {
        if (show) {
            err.write(bytes, offset, count);
        }
        for (int i = 0; i < count; i++) {
            ring[(int) (length++ % KEPT)] = bytes[offset + i];
        }
    }

    synchronized void clear() {
        length = 0;
    }

    /** What was written last, unless it was shown already. */
    synchronized void showTail() {
        if (!show && length > 0) {
            err.println("the end of its log:");
            for (long i = Math.max(0, length - KEPT); i < length; i++) {
                err.write(ring[(int) (i % KEPT)]);
            }
            err.flush();
        }
    }
}
