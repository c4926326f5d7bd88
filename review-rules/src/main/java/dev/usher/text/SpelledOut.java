// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * Terms written letter by letter ({@code f u c k}): the row of single letters that they stand in is read as one word,
 * and the term must be all of it. One thread at a time.
 */
final class SpelledOut {
    private final FoldedText text;
    private final OrdinaryWords words;
    private final WordBounds bounds;

    SpelledOut(FoldedText text, OrdinaryWords words, WordBounds bounds) {
        this.text = text;
        this.words = words;
        this.bounds = bounds;
    }

    /** Of a term that has a gap between each two of its letters. */
    Decision judge(LaidTerm laid) {
        if (bounds.start(laid.from) != laid.from || bounds.end(laid.to) != laid.to) {
            return Decision.PART_OF_A_LONGER_WORD;
        }
        int kinds = gapKinds(laid.gapAfter[0] + 1, laid.gapBefore[0]);
        int start = laid.from;
        int before = 0;
        for (int letter = before(laid.from, kinds); letter >= 0
                && before <= Term.MAX_LENGTH; letter = before(letter, kinds)) {
            start = letter;
            before++;
        }
        int end = laid.to;
        int after = 0;
        for (int letter = after(laid.to, kinds); letter >= 0
                && after <= Term.MAX_LENGTH; letter = after(letter + 1, kinds)) {
            end = letter + 1;
            after++;
        }
        if (before + after == 0) {
            return Decision.HIT;
        }
        boolean left = before == 0 || laid.has(TermIndex.OPEN_LEFT)
                || (before == 1 && laid.spaces > 0 && isLetterWord(text.letter(start)));
        boolean right = after == 0 || laid.has(TermIndex.OPEN_RIGHT)
                || (after == 1 && laid.spaces > 0 && isLetterWord(text.letter(end - 1)));
        if (!left || !right) {
            return Decision.PART_OF_A_LONGER_WORD;
        }
        return words.isWord(text, start, end) ? Decision.ORDINARY_WORD : Decision.HIT;
    }

    /** What stands between two letters: 1 for a space, 2 for a mark, 3 for both. */
    private int gapKinds(int start, int end) {
        int kinds = 0;
        for (int i = start; i < end; i++) {
            kinds |= text.is(i, Fold.SPACE) ? 1 : 2;
        }
        return kinds;
    }

    /** The single letter that stands before the unit, parted from it as the letters of the row are; or -1. */
    private int before(int unit, int kinds) {
        int i = unit - 1;
        while (i >= 0 && !text.isLetter(i) && unit - i <= 3) {
            i--;
        }
        boolean single = i >= 0 && i < unit - 1 && text.isLetter(i) && (i == 0 || !text.isLetter(i - 1));
        return single && gapKinds(i + 1, unit) == kinds ? i : -1;
    }

    private int after(int unit, int kinds) {
        int i = unit;
        while (i < text.units && !text.isLetter(i) && i - unit <= 3) {
            i++;
        }
        boolean single = i < text.units && i > unit && text.isLetter(i)
                && (i + 1 == text.units || !text.isLetter(i + 1));
        return single && gapKinds(unit, i) == kinds ? i : -1;
    }

    /** A letter that stands alone in ordinary chat. */
    static boolean isLetterWord(char letter) {
        return letter == 'a' || letter == 'i' || letter == 'u' || letter == 'r' || letter == 'n'
                || letter == 'y'
                || letter == 'o' || letter == 'k' || letter == 'x';
    }
}
