// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.time.Duration;

/** A process of a fleet, and what the fleet remembers of it. Whoever holds it, uses it: one thread at a time. */
final class Environment {
    private final LambdaProcess process;
    private final LogTail log;
    private final boolean provisioned;
    private volatile boolean used;
    private volatile long restsSince = System.nanoTime();

    Environment(LambdaProcess process, LogTail log, boolean provisioned) {
        this.process = process;
        this.log = log;
        this.provisioned = provisioned;
    }

    LambdaProcess process() {
        return process;
    }

    LogTail log() {
        return log;
    }

    boolean isProvisioned() {
        return provisioned;
    }

    /** Whether it has taken an event, or was ready for one: it has started well. */
    boolean isUsed() {
        return used || provisioned;
    }

    void use() {
        used = true;
    }

    void rest() {
        restsSince = System.nanoTime();
    }

    boolean hasRested(Duration time) {
        return System.nanoTime() - restsSince >= time.toNanos();
    }
}
