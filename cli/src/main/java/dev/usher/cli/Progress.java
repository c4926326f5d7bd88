// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

/** A line on a terminal that counts, once the work has lasted a second. One thread at a time. */
final class Progress {
    private static final long SECOND = 1_000_000_000;

    private final Console console;
    private long last = System.nanoTime();
    private boolean isShown;

    Progress(Console console) {
        this.console = console;
    }

    void show(long count) {
        if (console.isTerminal() && count % 64 == 0 && System.nanoTime() - last > SECOND) {
            last = System.nanoTime();
            isShown = true;
            console.err().print("\r" + ReviewSummary.number(count) + " messages");
            console.err().flush();
        }
    }

    /** Takes the line away. */
    void done() {
        if (isShown) {
            console.err().print("\r\033[K");
        }
    }
}
