// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

/** Messages of 500 code points, the most that the service takes, that make matchers slow or let them overflow. */
public enum HostileShape {
    /** Nothing but wildcards, to an engine that reads {@code *} as a masked letter. */
    STARS("*"),
    /** A letter between runs of characters that are not seen. */
    ZERO_WIDTH("f\u200b\u200c\u2060\ufeff"),
    /** Leet that reads as two terms glued together, with letters of two readings. */
    LEET_SOUP("5h1+4$$"),
    /** Pairs of surrogates, joiners and modifiers. */
    EMOJI("\ud83d\udc69\u200d\ud83d\udcbb\ud83d\udc4b\ud83c\udffd"),
    /** One letter, which every suffix of a long run matches. */
    ONE_LETTER("a"),
    /** Marks heaped on each letter. */
    COMBINING_MARKS("s\u0301\u0323\u0308\u0336\u0489"),
    /** Single letters with separators: one long spelled-out word. */
    SPELLED_OUT("s h i t a s s "),
    /** Prefixes that never become a term. */
    ALMOST("shitas"),
    /** Masked words, one after the other. */
    MASKED("f**k w*rd ");

    /** The length of each shape in code points. */
    static final int LENGTH = 500;

    private final String content;

    HostileShape(String unit) {
        String repeated = unit.repeat(LENGTH);
        content = repeated.substring(0, repeated.offsetByCodePoints(0, LENGTH));
    }

    String content() {
        return content;
    }
}
