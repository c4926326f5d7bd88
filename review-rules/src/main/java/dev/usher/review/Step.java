// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rule's part in a review. Immutable.
 *
 * @param verdict the rule's verdict; where it failed, the verdict that it counts as
 * @param took the time that the rule ran; zero where it was not started
 * @param failure null where the rule answered soundly and in time
 */
public record Step(String ruleId, Mode mode, Verdict verdict, Duration took, @Nullable Failure failure) {
    public Step {
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(took, "took");
    }

    /** Whether the verdict was carried out and did more than pass the message on. */
    public boolean tookEffect() {
        return mode == Mode.ENFORCE && !(verdict instanceof Verdict.Pass);
    }
}
