// SPDX-License-Identifier: Apache-2.0
/**
 * The words of a review and the law of the chain: a {@link ReviewRequest} goes through a {@link RuleChain}, which
 * asks each {@link ReviewRule} for a {@link Verdict} and answers with a {@link ReviewReport}.
 *
 * <p>Knows no JSON, no configuration, no AWS and no built-in rule.
 *
 * <pre>{@code
 * RuleChain chain = RuleChain.builder().add("no-spoilers", new SpoilerRule()).build();
 * ReviewReport report = chain.review(request, Deadline.after(Duration.ofMillis(150)));
 * }</pre>
 */
@NullMarked
package dev.usher.review;

import org.jspecify.annotations.NullMarked;
