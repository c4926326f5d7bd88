// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * Where the words of the text begin and end: the letters between two units that are none; and what signs and digits
 * they have at their ends. Remembers the last word asked about, since many candidates lie in it. One thread at a time.
 */
final class WordBounds {
    private final FoldedText text;
    private final OrdinaryWords words;

    private int knownStart = 1;
    private int knownEnd;

    /** Where the signs and the digits end that the known word begins with. */
    private int signsTo;
    private int digitsTo;
    /** Where those begin that it ends with. */
    private int signsFrom;
    private int digitsFrom;
    /** The first unit that is a letter and the end of the last one; the word's end where none is. */
    private int firstLetter;
    private int lastLetter;
    /** Among these digits, counted from the word's ends, the third different one. */
    private int numberTo;
    private int numberFrom;

    private int askedFrom;
    private int askedTo = -1;
    private boolean answer;

    /** Units looked at since somebody last took them down. */
    long steps;

    WordBounds(FoldedText text, OrdinaryWords words) {
        this.text = text;
        this.words = words;
    }

    /** Forgets what it knows of the text, which has been filled anew. */
    void begin() {
        knownStart = 1;
        knownEnd = 0;
        askedTo = -1;
    }

    /** Whether the units are a word of the dictionary; looked up once for all candidates that ask the same. */
    boolean isWord(int from, int to) {
        if (from != askedFrom || to != askedTo) {
            askedFrom = from;
            askedTo = to;
            answer = words.isWord(text, from, to);
        }
        return answer;
    }

    /** The beginning of the word that the unit is in, or begins after; looked up once for all candidates in it. */
    int start(int unit) {
        if (unit >= knownStart && unit <= knownEnd) {
            return knownStart;
        }
        if (unit == text.units || !text.isLetter(unit)) {
            return unit > 0 && text.isLetter(unit - 1) ? start(unit - 1) : unit;
        }
        int i = unit;
        while (i > 0 && text.isLetter(i - 1)) {
            i--;
            steps++;
        }
        int end = unit;
        while (end < text.units && text.isLetter(end)) {
            end++;
            steps++;
        }
        knownStart = i;
        knownEnd = end;
        head();
        tail();
        letters();
        return i;
    }

    int end(int unit) {
        if (unit > 0 && text.isLetter(unit - 1)) {
            start(unit - 1);
            return knownEnd;
        }
        if (unit < text.units && text.isLetter(unit)) {
            start(unit);
            return knownEnd;
        }
        return unit;
    }

    /** Whether the letter begins its word but for signs, or but for digits. */
    boolean isHead(int unit) {
        start(unit);
        return unit <= signsTo || unit <= digitsTo;
    }

    boolean isHeadBehindSigns(int unit) {
        start(unit);
        return unit <= signsTo;
    }

    /** Whether the word ends at the place, behind a letter, but for signs, or but for digits. */
    boolean isTail(int unit) {
        start(unit - 1);
        return unit >= signsFrom || unit >= digitsFrom;
    }

    boolean isTailBeforeSigns(int unit) {
        start(unit - 1);
        return unit >= signsFrom;
    }

    /** Whether a number stands before the letter, back to the beginning of its word: three digits, all different. */
    boolean isBehindNumber(int unit) {
        start(unit);
        return unit <= digitsTo && unit >= numberTo;
    }

    boolean isBeforeNumber(int unit) {
        start(unit - 1);
        return unit >= digitsFrom && unit <= numberFrom;
    }

    /** The first letter, no digit and no sign, of the word that the unit is in; its end where none is. */
    int firstLetter(int unit) {
        start(unit);
        return firstLetter;
    }

    /** Where the last letter ends; the first one's place where none is. */
    int lastLetter(int unit) {
        start(unit);
        return lastLetter;
    }

    private void head() {
        int i = knownStart;
        while (i < knownEnd && text.is(i, Fold.SIGN)) {
            i++;
        }
        signsTo = i;
        i = knownStart;
        numberTo = Integer.MAX_VALUE;
        int different = 0;
        int seen = 0;
        for (; i < knownEnd && text.is(i, Fold.DIGIT); i++) {
            int bit = 1 << (text.letter(i) & 31);
            different += (seen & bit) == 0 ? 1 : 0;
            seen |= bit;
            numberTo = different >= 3 ? Math.min(numberTo, i + 1) : numberTo;
        }
        digitsTo = i;
    }

    private void tail() {
        int i = knownEnd;
        while (i > knownStart && text.is(i - 1, Fold.SIGN)) {
            i--;
        }
        signsFrom = i;
        i = knownEnd;
        numberFrom = -1;
        int different = 0;
        int seen = 0;
        for (; i > knownStart && text.is(i - 1, Fold.DIGIT); i--) {
            int bit = 1 << (text.letter(i - 1) & 31);
            different += (seen & bit) == 0 ? 1 : 0;
            seen |= bit;
            numberFrom = different >= 3 ? Math.max(numberFrom, i - 1) : numberFrom;
        }
        digitsFrom = i;
    }

    private void letters() {
        int first = knownStart;
        while (first < knownEnd && !text.is(first, Fold.LETTER)) {
            first++;
        }
        int last = knownEnd;
        while (last > first && !text.is(last - 1, Fold.LETTER)) {
            last--;
        }
        firstLetter = first;
        lastLetter = last;
    }
}
