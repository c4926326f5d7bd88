// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.time.Duration;

/** How far a long job is, and how long it still takes: on a terminal each second, else each half minute. */
final class RoomsProgress {
    private static final long SECOND = 1_000_000_000;
    private static final long HALF_A_MINUTE = 30 * SECOND;

    private final Console console;
    private final long start = System.nanoTime();
    private long last = System.nanoTime();
    private boolean isShown;

    RoomsProgress(Console console) {
        this.console = console;
    }

    void listed(int count) {
        show(ReviewSummary.number(count) + " rooms listed");
    }

    void changed(int done, int all) {
        double seconds = (System.nanoTime() - start) / (double) SECOND;
        long left = Math.round(seconds / done * (all - done));
        show(ReviewSummary.number(done) + " of " + ReviewSummary.number(all) + " rooms, "
                + text(Duration.ofSeconds(left)) + " left");
    }

    /** Such as {@code 1 h 5 min}, {@code 3 min} or {@code 12 s}. */
    static String text(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? (duration.toSeconds() + 59) / 60 + " min"
                : duration.toSeconds() + " s";
    }

    private void show(String line) {
        if (System.nanoTime() - last < (console.isTerminal() ? SECOND : HALF_A_MINUTE)) {
            return;
        }
        last = System.nanoTime();
        if (console.isTerminal()) {
            isShown = true;
            console.err().print("\r\033[K" + line);
            console.err().flush();
        } else {
            console.err().println(line);
        }
    }

    /** Takes the line away. */
    void done() {
        if (isShown) {
            console.err().print("\r\033[K");
            isShown = false;
        }
    }
}
