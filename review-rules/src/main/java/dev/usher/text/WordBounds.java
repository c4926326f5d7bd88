// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * Where the words of the text begin and end: the letters between two units that are none. Remembers the last word
 * asked about, since many candidates lie in it. One thread at a time.
 */
final class WordBounds {
    private final FoldedText text;

    private int knownStart = 1;
    private int knownEnd;

    /** Units looked at since somebody last took them down. */
    long steps;

    WordBounds(FoldedText text) {
        this.text = text;
    }

    /** Forgets what it knows of the text, which has been filled anew. */
    void begin() {
        knownStart = 1;
        knownEnd = 0;
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
}
