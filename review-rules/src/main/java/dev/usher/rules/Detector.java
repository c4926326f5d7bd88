// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import dev.usher.review.ReviewRule;
import java.util.List;

/**
 * Finds what is not wanted in a content, and leaves to an {@link Action} what is done about it. Must be thread-safe,
 * linear in the content, and throw nothing.
 */
@FunctionalInterface
public interface Detector {
    /** The finds in ascending order of their start; they may overlap. Empty where the content is clean. */
    List<Match> find(String content);

    /** The rule that does the action about whatever is found. It is bounded. */
    default ReviewRule then(Action action) {
        return new DetectorRule(this, action);
    }
}
