// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.time.Duration;

/**
 * How long things took: counts in 64 buckets for each power of two of microseconds, so every answer is right to within
 * 1.6 %. One thread at a time.
 */
final class Latencies {
    private static final int BITS = 6;
    private static final int BUCKETS = 1 << BITS;
    private final long[] counts = new long[(Long.SIZE - BITS) * BUCKETS];
    private long total;

    void add(long nanoseconds) {
        counts[bucket(Math.max(0, nanoseconds / 1_000))]++;
        total++;
    }

    /** The time within which so much of all of them ended, such as 0.99; zero where there was none. */
    Duration quantile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Duration.ofNanos(largest(i) * 1_000);
            }
        }
        return Duration.ZERO;
    }

    private static int bucket(long micros) {
        if (micros < BUCKETS) {
            return (int) micros;
        }
        int shift = Long.SIZE - Long.numberOfLeadingZeros(micros) - BITS - 1;
        return (shift << BITS) + (int) (micros >>> shift);
    }

    /** The largest number of microseconds that falls into a bucket. */
    private static long largest(int bucket) {
        if (bucket < 2 * BUCKETS) {
            return bucket;
        }
        int shift = (bucket >>> BITS) - 1;
        return ((bucket - ((long) shift << BITS) + 1) << shift) - 1;
    }
}
