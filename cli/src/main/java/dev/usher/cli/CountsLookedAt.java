// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.review.Deadline;
import dev.usher.state.CounterStore;
import java.time.Duration;

/** Counters of which none changes: an increment is taken for the one that was made already. Thread-safe. */
record CountsLookedAt(CounterStore counters) implements CounterStore {
    @Override
    public long increment(String key, Duration window, Deadline deadline) throws Exception {
        return Math.max(1, counters.count(key, deadline));
    }

    @Override
    public long count(String key, Deadline deadline) throws Exception {
        return counters.count(key, deadline);
    }

    @Override
    public boolean isBounded() {
        return counters.isBounded();
    }
}
