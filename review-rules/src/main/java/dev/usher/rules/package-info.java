// SPDX-License-Identifier: Apache-2.0
/**
 * The built-in rules, behind {@link dev.usher.rules.Rules}. Most are a {@link dev.usher.rules.Detector}, which finds,
 * and an {@link dev.usher.rules.Action}, which says what to do about it. Each is linear in the message, bounded, and
 * documented with its options in docs/RULES.md.
 *
 * <p>Knows the words of a review and the text engine; no configuration and no JSON.
 *
 * <pre>{@code
 * RuleChain.builder().add("brief", Rules.length(200).then(Action.deny("Please be brief."))).build();
 * }</pre>
 */
@NullMarked
package dev.usher.rules;

import org.jspecify.annotations.NullMarked;
