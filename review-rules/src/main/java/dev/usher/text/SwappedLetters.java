// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * Words of which two neighbouring letters are transposed, and terms of digits: both are found by the sum of a word's
 * letters, which does not depend on their order.
 */
final class SwappedLetters {
    static final int MIN_LENGTH = 4;

    /** From this length on the first two letters may be the transposed ones. */
    private static final int MIN_LENGTH_FIRST = 5;

    private SwappedLetters() {}

    static void look(Scan scan, TermFilter filter, FoldedText text, int from, int to, int sum) {
        if (to <= from) {
            return;
        }
        TermIndex index = filter.index;
        int mask = index.bySum.length / 2 - 1;
        for (int i = sum >>> 3 & mask; index.bySum[2 * i + 1] != 0 && scan.step(); i = i + 1 & mask) {
            int term = index.bySum[2 * i + 1] - 1;
            if (index.bySum[2 * i] == sum && scan.looksAt(filter, term)) {
                compare(scan, filter, text, from, to, term);
            }
        }
    }

    private static void compare(Scan scan, TermFilter filter, FoldedText text, int from, int to, int term) {
        TermIndex index = filter.index;
        boolean digits = index.has(term, TermIndex.DIGITS);
        if (!alone(text, from, to, digits ? Fold.DIGIT : Fold.LETTER)) {
            return;
        }
        if (digits) {
            digits(scan, filter, text, from, to, term);
            return;
        }
        int swap = swap(index, text, from, to, term);
        if (swap < 0 || (swap == 0 && to - from < MIN_LENGTH_FIRST)) {
            return;
        }
        Decision decision = isOrdinary(scan.words, text, from, to) ? Decision.ORDINARY_WORD
                : Decision.HIT_TRANSPOSED;
        scan.note(filter, term, text.start(from), text.end(to - 1), decision);
    }

    /** A word, or a name with an s. */
    private static boolean isOrdinary(OrdinaryWords words, FoldedText text, int from, int to) {
        return words.isWord(text, from, to)
                || (text.letter(to - 1) == 's' && words.isWord(text, from, to - 1));
    }

    /** All of one kind, and nothing glued to the ends. */
    private static boolean alone(FoldedText text, int from, int to, int kind) {
        for (int i = from; i < to; i++) {
            if (!text.is(i, kind)) {
                return false;
            }
        }
        return from == 0 || !text.isLetter(from - 1) || text.is(from - 1, Fold.SIGN);
    }

    private static void digits(Scan scan, TermFilter filter, FoldedText text, int from, int to, int term) {
        int at = filter.index.at[term];
        if (filter.index.at[term + 1] - at != to - from) {
            return;
        }
        for (int i = from; i < to; i++) {
            if (text.digit(i) != filter.index.letters[at + i - from]) {
                return;
            }
        }
        boolean counts = !filter.index.has(term, TermIndex.EXACT) || standsAlone(text, from, to);
        scan.note(filter, term, text.start(from), text.end(to - 1),
                counts ? Decision.HIT_DIGITS : Decision.NUMBER_AMONG_WORDS);
    }

    /** Whether nothing else in the message is a letter or a digit, or the number is a hashtag. */
    private static boolean standsAlone(FoldedText text, int from, int to) {
        if (from > 0 && text.letter(from - 1) == '#') {
            return true;
        }
        int first = from;
        while (first > 0 && !isWordOrNumber(text, first - 1)) {
            first--;
        }
        int last = to;
        while (last < text.units && !isWordOrNumber(text, last)) {
            last++;
        }
        return first == 0 && last == text.units;
    }

    private static boolean isWordOrNumber(FoldedText text, int unit) {
        return text.isLetter(unit) && !text.is(unit, Fold.SIGN);
    }

    /** The place of the only two neighbours that are transposed; -1 where the words differ otherwise, or not at all. */
    private static int swap(TermIndex index, FoldedText text, int from, int to, int term) {
        int at = index.at[term];
        int length = to - from;
        if (index.at[term + 1] - at != length) {
            return -1;
        }
        int swap = -1;
        for (int i = 0; i < length; i++) {
            char found = text.letter(from + i);
            if (found == index.letters[at + i]) {
                continue;
            }
            if (swap >= 0 || i + 1 == length || found != index.letters[at + i + 1]
                    || text.letter(from + i + 1) != index.letters[at + i]) {
                return -1;
            }
            swap = i++;
        }
        return swap;
    }
}
