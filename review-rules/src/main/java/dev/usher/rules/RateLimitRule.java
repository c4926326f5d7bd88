// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Deadline;
import dev.usher.review.Match;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.review.Verdict;
import dev.usher.state.CounterStore;
import java.time.Duration;
import java.util.List;

/** See {@link Rules#rateLimit}. */
record RateLimitRule(CounterStore counters, String owner, Per per, boolean everywhere, int messages,
        Duration window, String kind, Action action) implements ReviewRule {
    @Override
    public Verdict review(ReviewRequest request, Deadline deadline) throws Exception {
        String key = per.key(owner, request, everywhere);
        return key == null || counters.increment(key, window, deadline) <= messages
                ? Verdict.pass()
                : action.apply(request.message(), List.of(new Match(0, 0, kind)));
    }

    @Override
    public boolean isBounded() {
        return counters.isBounded();
    }
}
