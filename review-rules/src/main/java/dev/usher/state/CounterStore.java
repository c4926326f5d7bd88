// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import dev.usher.review.Deadline;
import java.time.Duration;

/**
 * Counts by key. A key vanishes one window after its first increment, and the next increment begins it anew: exactly
 * so within one process, and across the processes that share a store. Thread-safe.
 *
 * <p>A key may hold a user id or an address. A store that keeps keys outside this process must not keep them in clear.
 */
public interface CounterStore {
    /**
     * Adds one.
     *
     * @param window how long the key lives where this is its first increment; no effect where it lives already
     * @param deadline the time-out of a store that is asked over a network
     * @return the count with this one in it, 1 or more
     * @throws Exception where the store fails or has no answer in time; it may or may not have counted then
     */
    long increment(String key, Duration window, Deadline deadline) throws Exception;

    /**
     * The count; zero where the key does not live.
     *
     * @throws Exception where the store fails or has no answer in time
     */
    long count(String key, Deadline deadline) throws Exception;

    /** Whether the store answers at once whatever happens: no network. A rule that asks it is bounded then. */
    default boolean isBounded() {
        return false;
    }

    /** Counters of this process alone, of which the least counted give way where they are too many. */
    static CounterStore inMemory() {
        return new MemoryCounterStore();
    }
}
