// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.time.Duration;

/**
 * How many processes a function may have. Immutable.
 *
 * @param concurrency the most at once; beyond it Lambda throttles
 * @param provisioned of these, how many are kept ready from the start on
 * @param idle how long one beyond the provisioned is kept without work; Lambda does not say how long it keeps them
 */
public record FleetSize(int concurrency, int provisioned, Duration idle) {
    public FleetSize {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency: expected 1 or more, found " + concurrency);
        }
        if (provisioned < 0 || provisioned > concurrency) {
            throw new IllegalArgumentException("provisioned: expected 0 to the concurrency of " + concurrency
                    + ", found " + provisioned);
        }
    }
}
