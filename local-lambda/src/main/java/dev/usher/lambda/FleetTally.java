// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happens in a fleet. Thread-safe. */
final class FleetTally {
    final LongAdder coldStarts = new LongAdder();
    final LongAdder provisioned = new LongAdder();
    final LongAdder spilledOver = new LongAdder();
    final LongAdder throttled = new LongAdder();
    final LongAdder reclaimed = new LongAdder();
    private final LongAdder initErrors = new LongAdder();
    private final LongAdder crashed = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private volatile boolean sound = true;

    /** A process has ended in this way; whether that is a bad one. */
    boolean ended(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> false;
            case Outcome.Failed failed -> false;
            case Outcome.TimedOut late -> counted(timedOut);
            case Outcome.Crashed crash -> counted(crashed);
            case Outcome.NotStarted never -> {
                sound = false;
                yield counted(initErrors);
            }
        };
    }

    private static boolean counted(LongAdder what) {
        what.increment();
        return true;
    }

    /** Whether every process became ready so far. */
    boolean isSound() {
        return sound;
    }

    FleetCounts counts(int alive, int busy) {
        return new FleetCounts(alive, busy, coldStarts.sum(), provisioned.sum(), spilledOver.sum(),
                throttled.sum(),
                initErrors.sum(), crashed.sum(), timedOut.sum(), reclaimed.sum());
    }
}
