// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.time.Duration;
import java.util.Locale;

/** Any number of durations, of which the quantiles are kept to 3 per cent, in constant memory. One thread at a time. */
final class Durations {
    /** Each power of two is divided into this many parts. */
    private static final int PARTS = 32;
    private static final int PART_BITS = 5;

    private final long[] counts = new long[64 * PARTS];
    private long count;

    void add(long nanos) {
        counts[index(Math.max(0, nanos))]++;
        count++;
    }

    long count() {
        return count;
    }

    /** The duration that the given share of all does not exceed; zero where there is none. */
    Duration quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return Duration.ofNanos(value(i));
            }
        }
        return Duration.ZERO;
    }

    /** Such as {@code p50 12 µs, p99 1.8 ms}. */
    @Override
    public String toString() {
        return "p50 " + text(quantile(0.5)) + ", p99 " + text(quantile(0.99));
    }

    /** Such as {@code 12 µs} or {@code 1.8 ms}. */
    static String text(Duration duration) {
        long micros = duration.toNanos() / 1000;
        return micros < 1000
                ? micros + " µs"
                : String.format(Locale.ROOT, micros < 100_000 ? "%.1f ms" : "%.0f ms", micros / 1000.0);
    }

    private static int index(long nanos) {
        if (nanos < PARTS) {
            return (int) nanos;
        }
        int shift = 63 - Long.numberOfLeadingZeros(nanos) - PART_BITS;
        return (shift + 1) * PARTS + (int) (nanos >>> shift) - PARTS;
    }

    /** The largest that falls into the bucket. */
    private static long value(int index) {
        if (index < PARTS) {
            return index;
        }
        int shift = index / PARTS - 1;
        return ((long) (index % PARTS + PARTS + 1) << shift) - 1;
    }
}
