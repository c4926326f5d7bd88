// SPDX-License-Identifier: Apache-2.0
/**
 * Finds the terms of a list in a message, however they are disguised: one folded view of the message with its
 * original offsets, on which block list, allow list, boundaries, ordinary words and masking all work.
 *
 * <p>Knows no rule, no request and no configuration; spans are the only word it shares with {@code dev.usher.review}.
 *
 * <pre>{@code
 * TermMatcher matcher = TermMatcher.builder().list("en").words(List.of("my term", "stem*")).build();
 * List<TermHit> hits = matcher.find("what the ｆ.υ.с.k");
 * }</pre>
 */
@NullMarked
package dev.usher.text;

import org.jspecify.annotations.NullMarked;
