// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.Objects;

/**
 * What a rule found, and where. Immutable.
 *
 * @param span in the content that the rule was given
 * @param kind what was found, in the rule's own kebab-case word, such as {@code "link"}; it is logged, so it never
 *     holds a part of the message or a term of a list
 */
public record Match(Span span, String kind) {
    public Match {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(kind, "kind");
    }

    public Match(int start, int end, String kind) {
        this(new Span(start, end), kind);
    }
}
