// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import dev.usher.review.Deadline;
import org.jspecify.annotations.Nullable;

/** Who may not write. Thread-safe. */
@FunctionalInterface
public interface BanList {
    /**
     * A ban that holds against the sender, or null.
     *
     * @param ip as the service gives it; empty where it gives none
     * @throws Exception where the list cannot be asked, or has no answer in time
     */
    @Nullable
    Ban find(String userId, String ip, Deadline deadline) throws Exception;

    /** Whether the list answers at once whatever happens: no network. */
    default boolean isBounded() {
        return false;
    }
}
