// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.state.CounterStore;
import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * A guard against raids: a rule that watches the room, and a condition for the rules that are asked only while the room
 * is guarded. Those stand in the chain after it. See docs/adr/0007-memory-in-the-chain.md.
 */
public final class Raid implements Predicate<ReviewRequest> {
    private final RaidRule rule;

    Raid(CounterStore counters, InstantSource clock, String owner, RaidOptions options, Action action) {
        this.rule = new RaidRule(counters, clock, owner, options, action);
    }

    public ReviewRule rule() {
        return rule;
    }

    /** Whether the room is guarded, as the rule found it last. Asks no store. */
    @Override
    public boolean test(ReviewRequest request) {
        return rule.isGuarded(request);
    }
}
