// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Deadline;
import dev.usher.review.Match;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.review.Verdict;
import dev.usher.state.CounterStore;
import java.util.List;

/** See {@link Rules#strikes}. */
record StrikesRule(CounterStore counters, String owner, StrikesOptions options,
        Action action) implements ReviewRule {
    private static final String KIND = "strikes";

    @Override
    public Verdict review(ReviewRequest request, Deadline deadline) throws Exception {
        String key = options.per().key(owner, request, options.everywhere());
        return key == null || counters.count(key + "|out", deadline) == 0
                ? Verdict.pass()
                : action.apply(request.message(), List.of(new Match(0, 0, KIND)));
    }

    @Override
    public boolean followsReviews() {
        return true;
    }

    @Override
    public void reviewed(ReviewRequest request, ReviewReport report, Deadline deadline) throws Exception {
        String key = options.per().key(owner, request, options.everywhere());
        if (key != null && Denial.isFor(report, KIND, options.rules())
                && counters.increment(key, options.window(), deadline) >= options.strikes()) {
            counters.increment(key + "|out", options.timeout(), deadline);
        }
    }

    @Override
    public boolean isBounded() {
        return counters.isBounded();
    }
}
