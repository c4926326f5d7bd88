// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Deadline;
import dev.usher.review.Match;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.review.Verdict;
import java.util.List;
import java.util.Objects;

/** See {@link Detector#then}. */
record DetectorRule(Detector detector, Action action) implements ReviewRule {
    DetectorRule {
        Objects.requireNonNull(detector, "detector");
        Objects.requireNonNull(action, "action");
    }

    @Override
    public Verdict review(ReviewRequest request, Deadline deadline) {
        List<Match> matches = detector.find(request.content());
        return matches.isEmpty() ? Verdict.pass() : action.apply(request.message(), matches);
    }

    @Override
    public boolean isBounded() {
        return true;
    }
}
