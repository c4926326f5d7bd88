// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

/**
 * The function as it is deployed, and what Lambda grants it; times in seconds. Immutable.
 *
 * @param warm how long a warm environment is taken up by a message
 * @param cold how long a message waits that needs a new environment, its own review included
 * @param overhead on the way from the service to the environment and back
 * @param limit after which the service decides by fallbackResult
 * @param provisioned environments that are always there
 * @param idle how long an environment without work is kept
 * @param concurrency how many may be at work at once: the account's, or the function's reserved
 * @param startsPerSecond how many new environments Lambda starts a second, after a burst of ten seconds' worth
 * @param memory in GB
 */
public record Fleet(Spread warm, Spread cold, double overhead, double limit, int provisioned, double idle,
        int concurrency, double startsPerSecond, double memory) {
    public Fleet {
        if (provisioned > concurrency) {
            throw new IllegalArgumentException("more provisioned than may be at work: " + provisioned);
        }
    }

    Fleet withProvisioned(int environments) {
        return new Fleet(warm, cold, overhead, limit, environments, idle, concurrency, startsPerSecond,
                memory);
    }
}
