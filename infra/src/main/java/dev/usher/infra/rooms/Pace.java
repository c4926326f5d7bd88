// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.time.Duration;

/** Calls at even distances, so that a quota of calls a second is never run into. Thread-safe. */
final class Pace {
    /** The service counts when a call arrives, and calls do not all take equally long to get there. */
    private static final double SLACK = 1.02;
    private static final double SECOND = 1e9;

    private final Time time;
    private final long gap;
    private long next;

    Pace(double callsPerSecond, Time time) {
        this.time = time;
        this.gap = (long) (SECOND / callsPerSecond * SLACK);
        this.next = time.nanos();
    }

    /** Takes the next turn; how long until it comes. */
    synchronized Duration take() {
        long now = time.nanos();
        long turn = Math.max(now, next);
        next = turn + gap;
        return Duration.ofNanos(turn - now);
    }
}
