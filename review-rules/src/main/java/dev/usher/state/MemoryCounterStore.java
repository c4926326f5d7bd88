// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import dev.usher.review.Deadline;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Counters of this process alone. Exact while no more keys live than it has places; beyond that a new key takes the
 * place of one that has run out, or else of the least counted among a few picked at random. So a flood of strangers
 * crowds out strangers, and whoever has counted for much stays. What has lost its place begins again at 1. Thread-safe.
 *
 * <p>On Lambda each execution environment is a process and counts alone.
 */
public final class MemoryCounterStore implements CounterStore {
    /** Some 15 MB at most, where keys have 60 characters. */
    static final int DEFAULT_PLACES = 65_536;

    /** So many are looked at for the least counted. */
    private static final int PICKED = 16;

    private static final class Counter {
        final String key;
        final long end;
        long count;

        Counter(String key, long end) {
            this.key = key;
            this.end = end;
        }
    }

    private final LongSupplier ticker;
    private final int places;
    private final Map<String, Integer> placeOf = new HashMap<>();
    private Counter[] counters = new Counter[16];
    private int used;
    private long random = 0x9e3779b97f4a7c15L;

    /** With the places that most will do with, by the system's clock. */
    public MemoryCounterStore() {
        this(new SystemTicker(), DEFAULT_PLACES);
    }

    /**
     * With so many places, by a ticker that counts nanoseconds from any origin.
     *
     * @param places 1 or more; they are taken up as they are needed
     */
    public MemoryCounterStore(LongSupplier ticker, int places) {
        this.ticker = Objects.requireNonNull(ticker, "ticker");
        this.places = places;
    }

    @Override
    public synchronized long increment(String key, Duration window, Deadline deadline) {
        long now = ticker.getAsLong();
        Integer place = placeOf.get(key);
        if (place != null && counters[place].end - now > 0) {
            return ++counters[place].count;
        }
        Counter counter = new Counter(key, now + window.toNanos());
        counter.count = 1;
        int free = place != null ? place : placeFor(now);
        counters[free] = counter;
        placeOf.put(key, free);
        return 1;
    }

    @Override
    public synchronized long count(String key, Deadline deadline) {
        Integer place = placeOf.get(key);
        return place == null || counters[place].end - ticker.getAsLong() <= 0 ? 0 : counters[place].count;
    }

    @Override
    public boolean isBounded() {
        return true;
    }

    /** How many keys it holds, those that have run out among them. */
    synchronized int size() {
        return placeOf.size();
    }

    private int placeFor(long now) {
        if (used < places) {
            if (used == counters.length) {
                counters = Arrays.copyOf(counters, Math.min(places, used * 2));
            }
            return used++;
        }
        int least = next();
        for (int i = 1; i < PICKED; i++) {
            int other = next();
            least = isLess(counters[other], counters[least], now) ? other : least;
        }
        placeOf.remove(counters[least].key);
        return least;
    }

    private static boolean isLess(Counter one, Counter other, long now) {
        long left = one.end - now;
        long otherLeft = other.end - now;
        if (left <= 0 || otherLeft <= 0 || one.count == other.count) {
            return left < otherLeft;
        }
        return one.count < other.count;
    }

    /** A place at random; xorshift, since java.util.Random costs classes. */
    private int next() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (int) Long.remainderUnsigned(random, used);
    }

    /** {@link System#nanoTime}; a class and no method reference, which would cost milliseconds in a cold JVM. */
    private static final class SystemTicker implements LongSupplier {
        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    }
}
