// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * Words of which letters are masked: {@code f*ck}, {@code f#ck}, {@code f**k}. Every mark stands for one letter; the
 * terms of that length, first and last letter are compared.
 */
final class MaskedLetters {
    private static final int MAX_LENGTH = 24;
    private static final int MIN_LENGTH_WEAK = 4;

    private MaskedLetters() {}

    static void look(Scan scan, TermFilter filter, FoldedText text) {
        int done = 0;
        for (int i = 0; i < text.separators; i++) {
            int mark = text.separator[i];
            if (mark < done || mark == 0 || mark == text.units || !text.is(mark, Fold.MARK)
                    || !text.isLetter(mark - 1)) {
                continue;
            }
            int from = mark;
            while (from > done && text.isLetter(from - 1) && mark - from < MAX_LENGTH) {
                from--;
            }
            int to = mark;
            while (to < text.units && to - from < MAX_LENGTH && (text.isLetter(to) || isMask(text, to))) {
                to++;
            }
            done = to;
            while (to > from && !text.isLetter(to - 1)) {
                to--;
            }
            if (to > mark && to - from >= 3 && (from == 0 || !text.isLetter(from - 1))
                    && (to == text.units || !text.isLetter(to))) {
                word(scan, filter, text, from, to);
            }
        }
    }

    /** Marks that stand for a letter; brackets, quotes, commas and slashes do not. */
    private static boolean isMask(FoldedText text, int unit) {
        if (!text.is(unit, Fold.MARK)) {
            return false;
        }
        char c = text.letter(unit);
        return c == '*' || c == '#' || c == '%' || c == '_' || c == '-' || c == '.' || c == '&' || c == '^'
                || c == '~'
                || c == '?' || c == '=' || c >= 128;
    }

    private static void word(Scan scan, TermFilter filter, FoldedText text, int from, int to) {
        int masks = 0;
        int letters = 0;
        boolean weak = false;
        char mask = 0;
        boolean oneMask = true;
        for (int i = from; i < to; i++) {
            if (text.isLetter(i)) {
                letters += text.is(i, Fold.LETTER) ? 1 : 0;
                continue;
            }
            char c = text.letter(i);
            weak |= c == '.' || c == '-' || c == '_';
            oneMask &= mask == 0 || mask == c;
            mask = c;
            masks++;
        }
        int length = to - from;
        if (letters < 2 || !oneMask
                || (weak && (length < MIN_LENGTH_WEAK || (masks > 1 && mask != '-')))) {
            return;
        }
        if (weak && masks == 1 && areWords(scan.words, text, from, to)) {
            return;
        }
        boolean starred = masks > 1 && 2 * (length - masks) < length;
        terms(scan, filter, text, from, to, starred);
    }

    /** Whether what stands before and after the mark are both common words, as in co-op. */
    private static boolean areWords(OrdinaryWords words, FoldedText text, int from, int to) {
        int mark = from;
        while (text.isLetter(mark)) {
            mark++;
        }
        return words.isCommon(text, from, mark) && words.isCommon(text, mark + 1, to);
    }

    private static void terms(Scan scan, TermFilter filter, FoldedText text, int from, int to,
            boolean starred) {
        TermIndex index = filter.index;
        int key = TermIndex.shape(to - from, text.letter(from), text.letter(to - 1));
        int low = 0;
        int high = index.shapeKey.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index.shapeKey[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < index.shapeKey.length && index.shapeKey[i] == key && scan.step(); i++) {
            int term = index.shapeTerm[i];
            if (scan.looksAt(filter, term) && (!starred || index.has(term, TermIndex.STARRED))
                    && fits(index, text, from, to, term)) {
                scan.note(filter, term, text.start(from), text.end(to - 1), Decision.HIT_MASKED);
                if (filter.accepts(term)) {
                    return;
                }
            }
        }
    }

    private static boolean fits(TermIndex index, FoldedText text, int from, int to, int term) {
        int at = index.at[term];
        if (index.at[term + 1] - at != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char wanted = index.letters[at + i - from];
            if (text.isLetter(i) && text.letter(i) != wanted
                    && (!text.isEither(i) || wanted != 'l')) {
                return false;
            }
        }
        return true;
    }
}
