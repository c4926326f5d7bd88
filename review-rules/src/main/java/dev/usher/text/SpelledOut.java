// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * Terms written letter by letter ({@code f u c k}): the row of single letters that they stand in is read as one word,
 * and the term must be all of it. Remembers the last row, since many candidates stand in it. One thread at a time.
 */
final class SpelledOut {
    private final FoldedText text;
    private final WordBounds bounds;

    /** Letters, the first and the last one, that a row of these gaps joins to the left of a term; and to the right. */
    private int leftStart;
    private int leftEnd;
    private int leftKinds;
    private int rightStart;
    private int rightEnd;
    private int rightKinds;

    /** Units looked at since somebody last took them down. */
    long steps;

    SpelledOut(FoldedText text, WordBounds bounds) {
        this.text = text;
        this.bounds = bounds;
        begin();
    }

    /** Forgets what it knows of the text, which has been filled anew. */
    void begin() {
        leftEnd = -1;
        rightEnd = -1;
    }

    /** Of a term that has a gap between each two of its letters. */
    Decision judge(LaidTerm laid) {
        if (bounds.start(laid.from) != laid.from || bounds.end(laid.to) != laid.to) {
            return Decision.PART_OF_A_LONGER_WORD;
        }
        int kinds = gapKinds(laid.gapAfter[0] + 1, laid.gapBefore[0]);
        int start = rowStart(laid.from, kinds);
        int end = rowEnd(laid.to - 1, kinds) + 1;
        boolean none = start == laid.from;
        if (none && end == laid.to) {
            return Decision.HIT;
        }
        boolean left = none || laid.has(TermIndex.OPEN_LEFT)
                || (laid.spaces > 0 && isLetterWord(text.letter(start)) && before(laid.from, kinds) == start);
        boolean right = end == laid.to || laid.has(TermIndex.OPEN_RIGHT)
                || (laid.spaces > 0 && isLetterWord(text.letter(end - 1))
                        && after(laid.to, kinds) == end - 1);
        if (!left || !right) {
            return Decision.PART_OF_A_LONGER_WORD;
        }
        return bounds.isWord(start, end) ? Decision.ORDINARY_WORD : Decision.HIT;
    }

    /** The first letter of the row that goes on to the left of the letter; the letter itself where none does. */
    private int rowStart(int letter, int kinds) {
        int known = kinds == leftKinds ? leftEnd : -1;
        int start = letter;
        for (int next = letter; next >= 0; next = before(next, kinds)) {
            start = next;
            if (next >= leftStart && next <= known) {
                start = leftStart;
                break;
            }
        }
        leftStart = start;
        leftEnd = letter;
        leftKinds = kinds;
        return start;
    }

    private int rowEnd(int letter, int kinds) {
        int end = letter;
        if (kinds == rightKinds && letter >= rightStart && letter <= rightEnd) {
            return rightEnd;
        }
        for (int next = letter; next >= 0; next = after(next + 1, kinds)) {
            end = next;
        }
        rightStart = letter;
        rightEnd = end;
        rightKinds = kinds;
        return end;
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
        steps += unit - i;
        boolean single = i >= 0 && i < unit - 1 && text.isLetter(i) && (i == 0 || !text.isLetter(i - 1));
        return single && gapKinds(i + 1, unit) == kinds ? i : -1;
    }

    private int after(int unit, int kinds) {
        int i = unit;
        while (i < text.units && !text.isLetter(i) && i - unit <= 3) {
            i++;
        }
        steps += i - unit + 1;
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
