// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

/**
 * The environments that Lambda may give the function. Immutable. Lambda's quotas are those of its documentation; its
 * idle time and lifetime of an environment are not documented, and are what others have seen.
 *
 * @param provisioned how many are always warm
 * @param concurrencyLimit how many there may be in all: the account's quota, or what is reserved for the function
 * @param growth how many new ones a second, after a first burst of ten times as many
 * @param idleTime after how many seconds of idleness one is taken away
 * @param lifetime after how many seconds one is taken away in any case
 */
public record Fleet(int provisioned, int concurrencyLimit, double growth, double idleTime, double lifetime) {
    /** The default quotas of an account, and nothing kept warm. */
    public static final Fleet DEFAULT = new Fleet(0, 1000, 100, 360, 7200);

    /** Lambda takes so many requests a second for each environment of the quota, however short they are. */
    static final int REQUESTS_PER_ENVIRONMENT = 10;

    /** How many seconds of growth may be used at once. */
    static final int BURST = 10;

    public Fleet {
        if (provisioned < 0 || provisioned > concurrencyLimit) {
            throw new IllegalArgumentException("expected 0 to " + concurrencyLimit
                    + " provisioned environments (the concurrency limit), found " + provisioned);
        }
    }

    /** The requests a second that Lambda takes for the whole quota. */
    public int requestLimit() {
        return concurrencyLimit * REQUESTS_PER_ENVIRONMENT;
    }

    Fleet withProvisioned(int environments) {
        return new Fleet(environments, concurrencyLimit, growth, idleTime, lifetime);
    }
}
