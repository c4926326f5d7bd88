// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.review.Mode;
import dev.usher.review.ReviewResult;

/**
 * One rule of a rules file, for showing. Immutable.
 *
 * @param fallbackResult the one in force, the rule's own or the chain's
 * @param condition such as {@code "unless role is moderator"}; empty where the rule is for everyone
 */
public record RuleLine(String chain, String id, String type, Mode mode, ReviewResult fallbackResult,
        String condition) {}
