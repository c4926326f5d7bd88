// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.Objects;
import java.util.function.Predicate;

/** See {@link ReviewRule#when} and {@link ReviewRule#unless}. */
record ConditionalRule(ReviewRule rule, Predicate<? super ReviewRequest> condition,
        boolean wanted) implements ReviewRule {
    ConditionalRule {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(condition, "condition");
    }

    @Override
    public Verdict review(ReviewRequest request, Deadline deadline) throws Exception {
        return condition.test(request) == wanted ? rule.review(request, deadline) : Verdict.pass();
    }

    @Override
    public boolean isBounded() {
        return rule.isBounded();
    }

    @Override
    public boolean followsReviews() {
        return rule.followsReviews();
    }

    @Override
    public void reviewed(ReviewRequest request, ReviewReport report, Deadline deadline) throws Exception {
        if (condition.test(request) == wanted) {
            rule.reviewed(request, report, deadline);
        }
    }
}
