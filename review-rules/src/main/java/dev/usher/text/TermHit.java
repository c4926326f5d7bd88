// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.Objects;

/**
 * A term found in a message: where, and how bad; not which term. Immutable.
 *
 * @param start first UTF-16 unit of the part
 * @param end the unit after the last one
 * @param category of the list, such as {@code "slur"}
 * @param severity 1 (mild) to 3 (severe)
 */
public record TermHit(int start, int end, String category, int severity) {
    public TermHit {
        Objects.requireNonNull(category, "category");
    }
}
