// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment by which the answer must be out, handed down the call. A rule that talks to a network uses
 * {@link #remaining} as its time-out. Immutable, thread-safe.
 *
 * <p>The service waits 200 ms (docs/CONTRACT.md, "Time"); ours ends earlier, so that we answer and not its fallback.
 */
public final class Deadline {
    private final LongSupplier ticker;
    private final long at;

    private Deadline(LongSupplier ticker, long at) {
        this.ticker = ticker;
        this.at = at;
    }

    /** The moment that lies the given time ahead, by {@link System#nanoTime}. */
    public static Deadline after(Duration time) {
        return after(time, SystemTicker.INSTANCE);
    }

    /** The same by another ticker, which counts nanoseconds from any origin. */
    public static Deadline after(Duration time, LongSupplier ticker) {
        return new Deadline(ticker, ticker.getAsLong() + time.toNanos());
    }

    /** What is left; zero once it has passed, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(remainingNanos());
    }

    public boolean isPassed() {
        return remainingNanos() == 0;
    }

    /** Whether it had passed at that time of {@link #now}. */
    boolean isPassed(long now) {
        return at - now <= 0;
    }

    long remainingNanos() {
        return Math.max(0, at - ticker.getAsLong());
    }

    /** The ticker's nanoseconds, for measuring how long a step took by the same clock. */
    long now() {
        return ticker.getAsLong();
    }
}
