// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

/**
 * Lets an event that is being worked on be answered before the process ends, where Lambda says so by a SIGTERM: it
 * grants 500 ms at most, we take 300.
 */
final class GracefulStop extends Thread {
    private static final long PATIENCE_NANOS = 300_000_000;

    private boolean busy;

    synchronized void begin() {
        busy = true;
    }

    synchronized void end() {
        busy = false;
        notifyAll();
    }

    @Override
    public synchronized void run() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        try {
            for (long left = PATIENCE_NANOS; busy && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
