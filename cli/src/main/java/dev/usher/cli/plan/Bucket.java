// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

/** So much at once, and so much a second. One thread at a time. */
final class Bucket {
    private final double capacity;
    private final double rate;
    private double tokens;
    private double filledAt;

    Bucket(double capacity, double rate) {
        this.capacity = capacity;
        this.rate = rate;
        this.tokens = capacity;
    }

    /** Whether there is one at this moment, which is then taken. Moments do not go back. */
    boolean take(double now) {
        tokens = Math.min(capacity, tokens + (now - filledAt) * rate);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
