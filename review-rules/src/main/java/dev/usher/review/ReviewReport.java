// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of one review. Logs, metrics and the response are all read from it. Immutable.
 *
 * @param message as last edited
 * @param reason what the sender is told; null exactly where the result is ALLOW
 * @param steps one for each rule that had its turn, in order; then one for each that could not be told how it ended
 */
public record ReviewReport(ReviewResult result, Message message, @Nullable String reason, List<Step> steps) {
    public ReviewReport {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(message, "message");
        if ((reason == null) != (result == ReviewResult.ALLOW)) {
            throw new IllegalArgumentException("a reason goes with DENY, and only with DENY");
        }
        steps = List.copyOf(steps);
    }

    /** Whether the room sees something else than the sender wrote. */
    public boolean isEdited() {
        return result == ReviewResult.ALLOW && decidingStep() != null;
    }

    /** The rule that refused the message, or edited it last; null where every rule passed it. */
    public @Nullable String decidingRule() {
        Step step = decidingStep();
        return step == null ? null : step.ruleId();
    }

    /** That rule's part in it. */
    public @Nullable Step decidingStep() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).tookEffect()) {
                return steps.get(i);
            }
        }
        return null;
    }
}
