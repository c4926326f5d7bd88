// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The time of day and a ticker, which stand still until they are told to move. Thread-safe. */
public final class MovingClock implements InstantSource, LongSupplier {
    /** Far ahead, so that a store does not sweep up by its own clock what lives by this one. */
    private static final Instant START = Instant.parse("2100-01-01T00:00:00Z");
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public Instant instant() {
        return START.plusNanos(nanos.get());
    }

    @Override
    public long getAsLong() {
        return Long.MAX_VALUE - 1000 + nanos.get(); // and soon wraps, as nanoTime may
    }

    public void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
