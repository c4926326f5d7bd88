// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Primes longer before Lambda takes a snapshot, so that compiled code is in it. Loaded only under SnapStart. Nothing
 * has to be done after a restore: the function holds no connection, no credential, and no time.
 */
final class SnapStartPriming implements Resource {
    /** Enough for the first compiler to have taken the whole path (its invocation threshold is 200). */
    private static final int ROUNDS = 300;

    private final MessageReviewer reviewer;
    private final Settings.Log level;

    private SnapStartPriming(MessageReviewer reviewer, Settings.Log level) {
        this.reviewer = reviewer;
        this.level = level;
    }

    /** The registered resource; the context holds it weakly, so the caller must keep it. */
    static SnapStartPriming register(MessageReviewer reviewer, Settings.Log level) {
        SnapStartPriming priming = new SnapStartPriming(reviewer, level);
        Core.getGlobalContext().register(priming);
        return priming;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        for (int i = 0; i < ROUNDS; i++) {
            Priming.prime(reviewer, level);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
