// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ban, in every room. Immutable.
 *
 * @param until the first moment at which it no longer holds; null for never
 * @param reason for moderators, such as the rule that led to it; the sender never reads it. May be empty
 */
public record Ban(Banned banned, @Nullable Instant until, String reason) {
    /** Longest reason that a store keeps; a longer one is cut. */
    private static final int LONGEST_REASON = 256;

    public Ban {
        Objects.requireNonNull(banned, "banned");
        reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    public boolean holds(Instant now) {
        return until == null || now.isBefore(until);
    }
}
