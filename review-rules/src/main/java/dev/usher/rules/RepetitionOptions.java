// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/**
 * How often the same may stand one after the other before {@link Rules#repetition} finds the rest; 0 for as often as
 * one likes. Immutable.
 */
public record RepetitionOptions(int characters, int words, int lines) {
    /** Room for a cheer and a laugh. */
    public static final RepetitionOptions STANDARD = new RepetitionOptions(12, 6, 3);

    public RepetitionOptions {
        if (characters < 0 || words < 0 || lines < 0) {
            throw new IllegalArgumentException("a limit below 0");
        }
    }
}
