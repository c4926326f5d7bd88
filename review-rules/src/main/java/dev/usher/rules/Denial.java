// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewResult;
import dev.usher.review.Step;
import dev.usher.review.Verdict;
import java.util.Set;

/** Which denials speak against a sender. */
final class Denial {
    private Denial() {}

    /**
     * Whether a rule refused the message for what it is: not because the rule failed, and not because of what the
     * asker itself had said before, which would feed itself.
     *
     * @param own the kind of the asker's own denials
     * @param rules ids of the rules that count; empty for all
     */
    static boolean isFor(ReviewReport report, String own, Set<String> rules) {
        Step step = report.result() == ReviewResult.DENY ? report.decidingStep() : null;
        if (step == null || step.failure() != null || !(step.verdict() instanceof Verdict.Deny deny)) {
            return false;
        }
        boolean isOwn = !deny.matches().isEmpty() && deny.matches().getFirst().kind().equals(own);
        return !isOwn && (rules.isEmpty() || rules.contains(step.ruleId()));
    }
}
