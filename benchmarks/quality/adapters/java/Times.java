// SPDX-License-Identifier: Apache-2.0

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The clock of the engines on the JVM. */
final class Times {
    private Times() {}

    /** Warms up for a third of the time, then keeps each message's best of up to five passes in the rest. */
    static String of(Predicate<String> flags, List<String> texts, double budget, double first) {
        long end = System.nanoTime() + (long) (budget / 3 * 1e9);
        for (int i = 0; System.nanoTime() < end; i++) {
            flags.test(texts.get(i % texts.size()));
        }
        long[] best = new long[texts.size()];
        Arrays.fill(best, Long.MAX_VALUE);
        end = System.nanoTime() + (long) (budget * 2 / 3 * 1e9);
        for (int pass = 0; pass < 5; pass++) {
            for (int i = 0; i < best.length; i++) {
                long start = System.nanoTime();
                if (start >= end) {
                    break;
                }
                flags.test(texts.get(i));
                best[i] = Math.min(best[i], System.nanoTime() - start);
            }
        }
        long[] seen = Arrays.stream(best).filter(took -> took != Long.MAX_VALUE).sorted().toArray();
        return String.format(Locale.ROOT,
                "{\"messages\": %d, \"median_us\": %.3f, \"p99_us\": %.3f, \"max_us\": %.3f, \"first_ms\": %.3f}%n", seen.length,
                at(seen, 0.5), at(seen, 0.99), at(seen, 1), first);
    }

    private static double at(long[] sorted, double quantile) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * quantile))] / 1e3;
    }
}
