// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import java.util.random.RandomGenerator;

/**
 * How long something takes, in seconds: log-normal, told by its median and its 99th percentile. Immutable.
 *
 * @param median above zero
 * @param p99 not below the median; the same for something that always takes equally long
 */
public record Spread(double median, double p99) {
    /** The standard normal distribution's 99th percentile. */
    private static final double Z99 = 2.3263478740408408;

    public Spread {
        if (!(median > 0) || !(p99 >= median)) {
            throw new IllegalArgumentException(
                    "expected 0 < median <= 99th percentile, found " + median + " and " + p99);
        }
    }

    private double sigma() {
        return Math.log(p99 / median) / Z99;
    }

    double draw(RandomGenerator random) {
        return median * Math.exp(sigma() * random.nextGaussian());
    }

    double mean() {
        return median * Math.exp(sigma() * sigma() / 2);
    }
}
