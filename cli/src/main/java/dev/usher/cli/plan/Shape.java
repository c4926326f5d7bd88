// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How many messages a second are written at a time, all rooms together. Immutable. */
public sealed interface Shape {
    /** Messages a second at so many seconds after the start. */
    double rateAt(double second);

    /** What {@link #rateAt} never exceeds. */
    double peak();

    /** Always the same. */
    record Steady(double rate) implements Shape {
        @Override
        public double rateAt(double second) {
            return rate;
        }

        @Override
        public double peak() {
            return rate;
        }
    }

    /**
     * A steady rate, and from one moment to another a multiple of it.
     *
     * @param begin in seconds
     * @param end in seconds
     */
    record Raid(double rate, double factor, double begin, double end) implements Shape {
        @Override
        public double rateAt(double second) {
            return second >= begin && second < end ? rate * factor : rate;
        }

        @Override
        public double peak() {
            return rate * Math.max(1, factor);
        }
    }

    /**
     * Calm and cheers by turns, as when goals are scored: in a cheer the rate is a multiple of the calm one. Both last
     * exponentially long, and the mean over time is the given rate.
     */
    final class Bursty implements Shape {
        private static final double MEAN_CALM = 30;
        private static final double MEAN_CHEER = 5;

        private final double calm;
        private final double cheer;
        /** When it turns, in seconds: first to a cheer. */
        private final double[] turns;

        /**
         * @param rate the mean, messages a second
         * @param factor a cheer against the calm, 1 or more
         */
        public Bursty(double rate, double factor, double span, long seed) {
            double share = MEAN_CHEER / (MEAN_CALM + MEAN_CHEER);
            this.calm = rate / (1 - share + share * factor);
            this.cheer = calm * factor;
            SplittableRandom random = new SplittableRandom(seed);
            double[] found = new double[16];
            int count = 0;
            double at = 0;
            while (at < span) {
                at += -(count % 2 == 0 ? MEAN_CALM : MEAN_CHEER) * Math.log1p(-random.nextDouble());
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = at;
            }
            this.turns = Arrays.copyOf(found, count);
        }

        @Override
        public double rateAt(double second) {
            int found = Arrays.binarySearch(turns, second);
            int passed = found >= 0 ? found + 1 : -found - 1;
            return passed % 2 == 0 ? calm : cheer;
        }

        @Override
        public double peak() {
            return cheer;
        }
    }
}
