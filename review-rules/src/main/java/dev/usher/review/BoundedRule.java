// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.Objects;

/** See {@link ReviewRule#bounded}. */
record BoundedRule(ReviewRule rule) implements ReviewRule {
    BoundedRule {
        Objects.requireNonNull(rule, "rule");
    }

    @Override
    public Verdict review(ReviewRequest request, Deadline deadline) throws Exception {
        return rule.review(request, deadline);
    }

    @Override
    public boolean isBounded() {
        return true;
    }

    @Override
    public boolean followsReviews() {
        return rule.followsReviews();
    }

    @Override
    public void reviewed(ReviewRequest request, ReviewReport report, Deadline deadline) throws Exception {
        rule.reviewed(request, report, deadline);
    }
}
