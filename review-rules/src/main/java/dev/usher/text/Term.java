// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.Objects;

/**
 * One entry of a word list. Immutable.
 *
 * <p>Written {@code word} (the word itself, in whatever disguise), {@code word*} (and every word that begins so),
 * {@code *word} (and every word that ends so), {@code *word*} (and every word that holds it), {@code =word} (only as
 * it stands, any case), or as a phrase of several words. A term of digits alone matches those digits and no letters;
 * with {@code =} before it, only where the message says nothing else, or behind a {@code #}.
 *
 * @param text the letters, without the signs of the syntax
 * @param category such as {@code "slur"}
 * @param severity 1 (mild) to 3 (severe)
 * @param openLeft matches where a word goes on before it
 * @param openRight matches where a word goes on after it
 * @param exact only as it stands, no disguise looked through
 */
public record Term(String text, String category, int severity, boolean openLeft, boolean openRight,
        boolean exact) {
    public static final int MAX_LENGTH = 64;

    /** The category of what a list excuses rather than blocks. */
    public static final String ALLOW = "allow";

    /** The category under which a list names those of its terms that are read behind stars: w***e. */
    public static final String STARRED = "starred";

    public Term {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(category, "category");
        if (severity < 0 || severity > 3) {
            throw new IllegalArgumentException("a severity is 1, 2 or 3, found " + severity);
        }
    }

    /**
     * Reads the syntax above.
     *
     * @throws IllegalArgumentException where nothing is left of the term, or too much; does not name the term
     */
    public static Term parse(String written, String category, int severity) {
        String text = written.strip();
        boolean exact = text.startsWith("=");
        boolean openLeft = text.startsWith("*");
        boolean openRight = text.length() > 1 && text.endsWith("*");
        text = text.substring(exact || openLeft ? 1 : 0, text.length() - (openRight ? 1 : 0)).strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("expected a term, found none");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a term of " + text.length() + " characters, at most " + MAX_LENGTH);
        }
        if (text.indexOf('*') >= 0 || (exact && openRight)) {
            throw new IllegalArgumentException(
                    "a star stands at the beginning or the end of a term, not inside, and"
                            + " not with '='");
        }
        return new Term(text, category, severity, openLeft, openRight, exact);
    }

    boolean isAllow() {
        return category.equals(ALLOW);
    }
}
