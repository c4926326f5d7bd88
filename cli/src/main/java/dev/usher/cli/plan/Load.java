// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import java.util.random.RandomGenerator;

/**
 * The messages that come. Immutable.
 *
 * @param rate messages a second, on average over the quiet and the loud; before a raid
 * @param most what the rooms let through together; the service refuses the rest before we are asked
 * @param seconds how long is counted, after the warm-up
 */
public record Load(Shape shape, double rate, double most, double raidFactor, double seconds) {
    /** What is not counted, while the fleet fills. */
    static final double WARM_UP = 60;

    /** A raid begins so long after the warm-up. */
    static final double RAID_AFTER = 30;
    private static final double QUIET = 0.5;
    private static final double LOUD = 3;
    private static final double MEAN_QUIET_SECONDS = 40;
    private static final double MEAN_LOUD_SECONDS = 10;

    /** How they come. */
    public enum Shape {
        /** Independently of each other, at one rate. */
        STEADY,
        /** Half the rate, and now and then, for 10 seconds in 50, three times the rate. */
        BURSTY,
        /** Steady, and 30 seconds after the start at a multiple, until the end. */
        RAID
    }

    double end() {
        return WARM_UP + seconds;
    }

    static double raidStart() {
        return WARM_UP + RAID_AFTER;
    }

    /** The moments of the messages, one after the other. One thread at a time. */
    final class Arrivals {
        private final RandomGenerator random;
        private double now;
        private double change;
        private boolean loud = true;

        Arrivals(RandomGenerator random) {
            this.random = random;
        }

        /** The next moment; an exponential wait has no memory, so it is drawn anew where the rate changes. */
        double next() {
            while (true) {
                double until = until();
                double wait = -Math.log(1 - random.nextDouble()) / current();
                if (now + wait < until) {
                    now += wait;
                    return now;
                }
                now = until;
            }
        }

        private double until() {
            return switch (shape) {
                case STEADY -> Double.MAX_VALUE;
                case RAID -> now < raidStart() ? raidStart() : Double.MAX_VALUE;
                case BURSTY -> {
                    if (now >= change) {
                        loud = !loud;
                        change = now - Math.log(1 - random.nextDouble())
                                * (loud ? MEAN_LOUD_SECONDS : MEAN_QUIET_SECONDS);
                    }
                    yield change;
                }
            };
        }

        private double current() {
            return Math.min(most, rate * switch (shape) {
                case STEADY -> 1;
                case RAID -> now < raidStart() ? 1 : raidFactor;
                case BURSTY -> loud ? LOUD : QUIET;
            });
        }
    }
}
