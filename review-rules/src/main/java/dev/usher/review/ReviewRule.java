// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.function.Predicate;

/**
 * One reason to refuse or to change a message. Writing your own is this one method (docs/WRITING-A-RULE.md).
 *
 * <p>A rule must be thread-safe: a chain serves many messages at once. It may throw whatever it likes, be late, or
 * hang: the chain then counts it as its {@code fallbackResult}.
 */
@FunctionalInterface
public interface ReviewRule {
    /**
     * Judges one message.
     *
     * @param request the message as the rules before this one left it
     * @param deadline when the whole chain must have answered
     * @return never null
     * @throws Exception counts as the rule's {@code fallbackResult}
     */
    Verdict review(ReviewRequest request, Deadline deadline) throws Exception;

    /**
     * Whether this rule is sure to answer in a small time that depends on the length of the message alone: no
     * network, no lock, no loop that may not end. A chain in which every rule is bounded runs on the caller's
     * thread; otherwise each message is handed to a worker once, so that a hung rule can be answered for.
     */
    default boolean isBounded() {
        return false;
    }

    /** Whether this rule is told how reviews end, by {@link #reviewed}. */
    default boolean followsReviews() {
        return false;
    }

    /**
     * Told how the review of a message ended, also where the rule itself was not asked any more. The result stands;
     * what happens here changes nothing of it, and a failure is reported as a step of its own that passes. The answer
     * waits for this until the deadline and no longer, so it should be short.
     *
     * @param request the message as it came
     * @throws Exception is noted as this rule's failure
     */
    default void reviewed(ReviewRequest request, ReviewReport report, Deadline deadline) throws Exception {}

    /** The same rule with the promise of {@link #isBounded}. */
    static ReviewRule bounded(ReviewRule rule) {
        return new BoundedRule(rule);
    }

    /** This rule for the requests that meet the condition; the others pass. The condition must not block. */
    default ReviewRule when(Predicate<? super ReviewRequest> condition) {
        return new ConditionalRule(this, condition, true);
    }

    /** This rule for all requests but those that meet the condition, which pass. The condition must not block. */
    default ReviewRule unless(Predicate<? super ReviewRequest> condition) {
        return new ConditionalRule(this, condition, false);
    }
}
