// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.time.Duration;

/** A moment by which work must have ended, and the waiting before it. Immutable. */
final class TimeLimit {
    private static final Duration AGES = Duration.ofDays(365);

    private final Time time;
    private final long end;

    private TimeLimit(Time time, long end) {
        this.time = time;
        this.end = end;
    }

    static TimeLimit in(Duration duration, Time time) {
        return new TimeLimit(time, time.nanos() + duration.toNanos());
    }

    static TimeLimit none(Time time) {
        return in(AGES, time);
    }

    Time time() {
        return time;
    }

    /** Negative where the moment has passed. */
    Duration left() {
        return Duration.ofNanos(end - time.nanos());
    }

    boolean isOver() {
        return !left().isPositive();
    }

    /** The earlier of this and a moment in that time. */
    TimeLimit within(Duration duration) {
        return left().compareTo(duration) <= 0 ? this : in(duration, time);
    }

    /**
     * Refuses to begin what there is no time for.
     *
     * @throws RoomsException where the moment has passed
     */
    void check() {
        if (isOver()) {
            throw new RoomsException("out of time: raise the function's Timeout (900 s at most), or give this"
                    + " resource fewer rooms and the rest to `usher rooms attach`; what is done is kept and"
                    + " found again");
        }
    }

    /**
     * Lets time pass, but not beyond the moment.
     *
     * @throws RoomsException where the thread was told to stop
     */
    void sleep(Duration duration) {
        Duration left = left();
        try {
            time.sleep(left.compareTo(duration) < 0 ? left : duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RoomsException("interrupted", stopped);
        }
    }
}
