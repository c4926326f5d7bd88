// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.concurrent.atomic.AtomicInteger;

/** A rule in its chain, and how many of its reviews were given up and have not come back. Thread-safe. */
final class ChainedRule {
    private final String id;
    private final ReviewRule rule;
    private final Mode mode;
    private final ReviewResult fallbackResult;
    private final AtomicInteger hanging = new AtomicInteger();

    ChainedRule(String id, ReviewRule rule, Mode mode, ReviewResult fallbackResult) {
        this.id = id;
        this.rule = rule;
        this.mode = mode;
        this.fallbackResult = fallbackResult;
    }

    String id() {
        return id;
    }

    Mode mode() {
        return mode;
    }

    ReviewResult fallbackResult() {
        return fallbackResult;
    }

    boolean isBounded() {
        return rule.isBounded();
    }

    Verdict review(ReviewRequest request, Deadline deadline) throws Exception {
        return rule.review(request, deadline);
    }

    boolean followsReviews() {
        return rule.followsReviews();
    }

    void reviewed(ReviewRequest request, ReviewReport report, Deadline deadline) throws Exception {
        rule.reviewed(request, report, deadline);
    }

    boolean hangs() {
        return hanging.get() > 0;
    }

    void givenUp() {
        hanging.incrementAndGet();
    }

    void cameBack() {
        hanging.decrementAndGet();
    }
}
