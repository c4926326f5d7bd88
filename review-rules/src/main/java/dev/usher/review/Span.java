// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

/**
 * A part of a text, half-open. Immutable.
 *
 * @param start the first UTF-16 unit of the part
 * @param end the unit after its last one; never before {@code start}
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }
}
