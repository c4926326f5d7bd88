// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * A place where a term was looked at, and what came of it. For people who tend the lists: it names the term, so it
 * goes to no log and no sender. Immutable.
 *
 * @param term the term as it folds, in the syntax of {@link Term}
 */
public record Candidate(int start, int end, String term, String category, int severity, Decision decision) {
    private static final String WORD_SIGNS = "@$";

    /** Whether it excuses what lies in it, rather than being what is looked for. */
    public boolean isAllow() {
        return category.equals(Term.ALLOW);
    }

    /** Whether it is one of the finds. */
    public boolean isCounted() {
        return decision.isHit() && !isAllow();
    }

    /**
     * Why it counted or not, in plain English, such as {@code "not counted: inside the ordinary word 'assess'"}.
     *
     * @param content the message that was looked at
     */
    public String why(String content) {
        if (isAllow()) {
            return (decision.isHit() ? "excuses what lies in it: " : "excuses nothing: ") + reason(content);
        }
        return (decision.isHit() ? "counted: " : "not counted: ") + reason(content);
    }

    private String reason(String content) {
        String found = content.substring(start, end);
        return switch (decision) {
            case HIT -> isSame(found) ? "the term as it is" : "the term in a disguise";
            case HIT_MASKED -> "no letter that is left speaks against the term";
            case HIT_TRANSPOSED -> "two neighbouring letters are swapped";
            case HIT_DIGITS -> "the digits of the term, alone";
            case NUMBER_AMONG_WORDS -> "a number among words, and the term is meant alone";
            case TOO_FEW_REPEATS -> "a double letter of the term is missing";
            case PART_OF_A_LONGER_WORD -> boundary(content);
            case ORDINARY_WORD -> ordinary(content, found);
            case ORDINARY_PARTS -> "the parts of '" + around(content) + "' are ordinary words";
            case TOO_MANY_GAPS -> "its gaps are not those of a word spelled out";
            case TOO_FEW_LETTERS -> "too few letters, the rest are digits and signs";
            case NOT_EXACT -> term.startsWith("=") || isAllow()
                    ? "it stands there in a disguise, and the term is meant as it is"
                    : "too short a term for this disguise";
            case ALLOWED -> "inside a span of the allow list";
            case NOT_ASKED_FOR -> "its severity or category is not asked for";
        };
    }

    private boolean isSame(String found) {
        String letters = term.substring(term.startsWith("*") || term.startsWith("=") ? 1 : 0,
                term.length() - (term.endsWith("*") ? 1 : 0));
        return found.equalsIgnoreCase(letters);
    }

    /** The side where the term demands an end of the word, and has none. */
    private String boundary(String content) {
        boolean left = !term.startsWith("*") && wordStart(content) < start;
        boolean right = !term.endsWith("*") && wordEnd(content) > end;
        if (!left && !right) {
            return "the letters spelled out go on beside it";
        }
        return "a boundary is missing on the "
                + (left && right ? "left and the right" : left ? "left" : "right")
                + ", in '" + around(content) + "'";
    }

    private String ordinary(String content, String found) {
        String word = around(content);
        if (!isWord(found)) {
            return "the letters spell an ordinary word";
        }
        return word.equals(found) ? "'" + word + "' is an ordinary word"
                : "inside the ordinary word '" + word + "'";
    }

    private String around(String content) {
        return content.substring(wordStart(content), wordEnd(content));
    }

    private int wordStart(String content) {
        int at = start;
        while (at > 0 && isWord(content.codePointBefore(at))) {
            at -= Character.charCount(content.codePointBefore(at));
        }
        return at;
    }

    private int wordEnd(String content) {
        int at = end;
        while (at < content.length() && isWord(content.codePointAt(at))) {
            at += Character.charCount(content.codePointAt(at));
        }
        return at;
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isWord(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || WORD_SIGNS.indexOf(c) >= 0 || type == Character.FORMAT
                || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
