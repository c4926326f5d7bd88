// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import java.util.random.RandomGenerator;

/**
 * A time that is never negative and sometimes long: log-normal, given by its median and the value that one in a hundred
 * exceeds. Immutable.
 *
 * @param median in seconds, 0 or more; 0 is always 0
 * @param p99 in seconds, the median or more
 */
public record LogNormal(double median, double p99) {
    /** What a normal variable exceeds once in a hundred times. */
    private static final double Z99 = 2.3263478740408408;

    public LogNormal {
        if (!(median >= 0 && p99 >= median)) {
            throw new IllegalArgumentException(
                    "expected a median and a p99 that is no less, found " + median + " and " + p99);
        }
    }

    double sample(RandomGenerator random) {
        double normal = random.nextGaussian(); // drawn always, so that one time at 0 leaves the others as they are
        return median == 0 ? 0 : median * Math.exp(sigma() * normal);
    }

    double mean() {
        double sigma = sigma();
        return median == 0 ? 0 : median * Math.exp(sigma * sigma / 2);
    }

    private double sigma() {
        return Math.log(p99 / median) / Z99;
    }
}
