// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * Terms with a gap or several in them, though not between all letters ({@code fu ck}, {@code as.sho.le}): what stands
 * on the sides of the gaps must not be words that met there by chance. One thread at a time.
 */
final class PartedWord {
    private final FoldedText text;
    private final OrdinaryWords words;

    PartedWord(FoldedText text, OrdinaryWords words) {
        this.text = text;
        this.words = words;
    }

    /**
     * Of a term whose ends are those of words.
     *
     * @param start of the word that the term begins in
     * @param end of the word that it ends in
     */
    Decision judge(LaidTerm laid, int start, int end) {
        return laid.gaps == 1 ? parted(laid, start, end) : shredded(laid);
    }

    /** In two parts. */
    private Decision parted(LaidTerm laid, int start, int end) {
        int middle = laid.gapAfter[0] + 1;
        int rest = laid.gapBefore[0];
        boolean apostrophe = rest - middle == 1 && text.is(middle, Fold.MARK) && text.letter(middle) == '\'';
        if (apostrophe && isContraction(rest, laid.to)) {
            return Decision.ORDINARY_PARTS;
        }
        if (laid.spaces > 0) {
            for (int i = middle; i < rest; i++) {
                if (!text.is(i, Fold.SPACE)) {
                    return Decision.TOO_MANY_GAPS;
                }
            }
            if (laid.from > 1 && text.is(laid.from - 1, Fold.MARK) && text.letter(laid.from - 1) == '\''
                    && middle - laid.from == 1) {
                return Decision.ORDINARY_PARTS;
            }
        }
        if (laid.spaces == 0 && !isWordMark(middle)) {
            return Decision.HIT;
        }
        boolean first = isCommonPart(start, middle);
        boolean second = isCommonPart(rest, end);
        return first && second ? Decision.ORDINARY_PARTS : Decision.HIT;
    }

    /** A mark that joins or parts words in ordinary text. */
    private boolean isWordMark(int unit) {
        char c = text.letter(unit);
        return text.is(unit, Fold.MARK)
                && (c == '-' || c == '.' || c == '/' || c == '\'' || c == ',' || c >= 128);
    }

    private boolean isCommonPart(int start, int end) {
        if (end - start == 1) {
            return SpelledOut.isLetterWord(text.letter(start));
        }
        return words.isCommon(text, start, end);
    }

    private boolean isContraction(int rest, int to) {
        int n = to - rest;
        char a = text.letter(rest);
        char b = n > 1 ? text.letter(rest + 1) : 0;
        if (n == 1) {
            return a == 's' || a == 't' || a == 'd' || a == 'm';
        }
        return n == 2 && ((a == 'l' && b == 'l') || (b == 'e' && (a == 'r' || a == 'v')));
    }

    /** In several parts, none of them a letter alone throughout: enough of them must be no words. */
    private Decision shredded(LaidTerm laid) {
        if (laid.length < 4 || laid.gaps >= LaidTerm.MAX_GAPS) {
            return Decision.TOO_MANY_GAPS;
        }
        int common = 0;
        int start = laid.from;
        for (int i = 0; i <= laid.gaps; i++) {
            int end = i < laid.gaps ? laid.gapAfter[i] + 1 : laid.to;
            common += isCommonPart(start, end) ? 1 : 0;
            start = i < laid.gaps ? laid.gapBefore[i] : laid.to;
        }
        int allowed = laid.spaces > 0 ? 0 : 1;
        return common <= allowed ? Decision.HIT : Decision.ORDINARY_PARTS;
    }
}
