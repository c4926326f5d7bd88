// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import org.jspecify.annotations.Nullable;

/**
 * The exact check: whether the letters at a place of the message are really the term that the search over classes
 * met there. Lays the term over the units, and decides by what stands in the way: missing boundaries, ordinary words,
 * repeats, gaps. Holds the last place judged. One thread at a time.
 */
final class Evidence {
    private final FoldedText text;
    private final OrdinaryWords words;
    private final WordBounds bounds;
    private final LaidTerm laid;
    /** Null until a term has gaps; a cold start does without them. */
    private @Nullable SpelledOut spelled;
    private @Nullable PartedWord parted;

    /** Units of which it is known whether a term may begin, or end, at them. */
    private int beginsAt = -1;
    private int endsAt = -1;
    private boolean begins;
    private boolean ends;

    Evidence(FoldedText text, OrdinaryWords words) {
        this.text = text;
        this.words = words;
        bounds = new WordBounds(text, words);
        laid = new LaidTerm(text);
    }

    /** Forgets what it knows of the text, which has been filled anew. */
    void begin() {
        bounds.begin();
        beginsAt = -1;
        endsAt = -1;
        if (spelled != null) {
            spelled.begin();
        }
    }

    /** The units of the last candidate, half-open. */
    int from() {
        return laid.from;
    }

    int to() {
        return laid.to;
    }

    /** What was looked at since this was last asked. */
    long steps() {
        long steps = laid.steps + bounds.steps;
        laid.steps = 0;
        bounds.steps = 0;
        if (spelled != null) {
            steps += spelled.steps;
            spelled.steps = 0;
        }
        return steps;
    }

    /**
     * Whether the term may stand over the elements, half-open, as far as their neighbours can tell; quicker than to
     * judge, and never against it.
     */
    boolean mayStand(TermIndex list, int candidate, int element, int end) {
        return (list.has(candidate, TermIndex.OPEN_LEFT) || mayBegin(element))
                && (list.has(candidate, TermIndex.OPEN_RIGHT) || mayEnd(end));
    }

    private boolean mayBegin(int element) {
        int from = text.first(element);
        if (from == beginsAt) {
            return begins;
        }
        if (from == 0 || !text.isLetter(from - 1) || text.first(element + 1) - from > 1) {
            return true;
        }
        beginsAt = from;
        begins = bounds.isHead(from) || Affixes.isPrefix(text, bounds.start(from), from);
        return begins;
    }

    private boolean mayEnd(int end) {
        int to = text.first(end);
        if (to == endsAt) {
            return ends;
        }
        if (end == text.elements || !text.isLetter(to - 1) || to - text.first(end - 1) > 1) {
            return true;
        }
        endsAt = to;
        ends = bounds.isTail(to) || Affixes.isSuffix(text, to, bounds.end(to));
        return ends;
    }

    /** Whether the term stands at the element, of which the search knows that the classes fit. */
    Decision judge(TermIndex list, int candidate, int element) {
        if (!laid.lay(list, candidate, element)) {
            return Decision.TOO_FEW_REPEATS;
        }
        if (laid.has(TermIndex.EXACT)) {
            return exact();
        }
        if (laid.has(TermIndex.ALLOWED)) {
            return allowed();
        }
        if (laid.letters == 0 && (laid.signs == 0 || laid.length < 3)) {
            return Decision.TOO_FEW_LETTERS;
        }
        if (laid.length <= 3
                && ((laid.digits > 1 && laid.signs == 0) || (laid.letters == 0 && laid.signs < 2))) {
            return Decision.TOO_FEW_LETTERS;
        }
        if (laid.lookalikes > 0 && (laid.length < 4 || laid.lookalikes > 2)) {
            return Decision.NOT_EXACT;
        }
        return laid.gaps == 0 ? unbroken() : broken();
    }

    private Decision exact() {
        if (laid.gaps > 0 || laid.stretched > 0 || laid.lookalikes > 0 || laid.digits > 0 || laid.signs > 0) {
            return Decision.NOT_EXACT;
        }
        return bounds.start(laid.from) == laid.from && bounds.end(laid.to) == laid.to ? Decision.HIT
                : Decision.PART_OF_A_LONGER_WORD;
    }

    private Decision allowed() {
        if ((laid.gaps > 0 && laid.closed > 0) || laid.lookalikes > 0 || laid.stretched > 0
                || laid.missingJoints > 0) {
            return Decision.NOT_EXACT;
        }
        boolean left = laid.has(TermIndex.OPEN_LEFT) || bounds.start(laid.from) == laid.from;
        boolean right = laid.has(TermIndex.OPEN_RIGHT) || bounds.end(laid.to) == laid.to;
        return left && right ? Decision.HIT : Decision.PART_OF_A_LONGER_WORD;
    }

    private Decision unbroken() {
        int start = bounds.start(laid.from);
        int end = bounds.end(laid.to);
        if (start == laid.from && end == laid.to) {
            return whole();
        }
        boolean left = bounds.isHead(laid.from);
        boolean right = bounds.isTail(laid.to);
        boolean open = false;
        if (!left || !right) {
            if (laid.lookalikes > 0) {
                return Decision.PART_OF_A_LONGER_WORD;
            }
            open = (left || laid.has(TermIndex.OPEN_LEFT))
                    && (right || laid.has(TermIndex.OPEN_RIGHT));
            left = left || laid.has(TermIndex.OPEN_LEFT) || Affixes.isPrefix(text, start, laid.from);
            right = right || laid.has(TermIndex.OPEN_RIGHT) || Affixes.isSuffix(text, laid.to, end);
            if (!left || !right || (!open && laid.length < 3)) {
                return Decision.PART_OF_A_LONGER_WORD;
            }
        }
        if ((!open || laid.has(TermIndex.GUARDED)) && isOrdinary(start, end)) {
            return Decision.ORDINARY_WORD;
        }
        return open ? Decision.HIT : whole();
    }

    /** Whether the word is in the dictionary, as it is or without the digits at its ends. */
    private boolean isOrdinary(int start, int end) {
        if (!bounds.isBehindNumber(laid.from) && !bounds.isBeforeNumber(laid.to)
                && bounds.isWord(start, end)) {
            return true;
        }
        int first = bounds.firstLetter(laid.from);
        int last = bounds.lastLetter(laid.from);
        return (first < laid.from || last > laid.to) && bounds.isWord(first, last);
    }

    private Decision whole() {
        if (laid.lookalikes > 0 && bounds.isWord(laid.from, laid.to)) {
            return Decision.ORDINARY_WORD;
        }
        if (laid.stretched > 0) {
            if (laid.length < 3) {
                return Decision.NOT_EXACT;
            }
            if (!isTerm(2) && words.isSpelled(text, laid.from, laid.to)) {
                return Decision.ORDINARY_WORD;
            }
            if (laid.length <= 4 && laid.stretched == 1 && isRestOfAWord()) {
                return Decision.ORDINARY_WORD;
            }
        }
        return Decision.HIT;
    }

    /** Whether a part of a word stands right before: {@code ra ccoon}, {@code r*ccoon}. */
    private boolean isRestOfAWord() {
        int mark = laid.from - 1;
        if (mark < 1 || !text.isLetter(mark - 1) || text.letter(laid.from) != text.letter(laid.from + 1)) {
            return false;
        }
        if (text.is(mark, Fold.MARK)) {
            return true;
        }
        return text.is(mark, Fold.SPACE) && bounds.isWord(bounds.start(mark - 1), laid.to);
    }

    /** Whether the units, runs cut to the given length, spell the term itself. */
    private boolean isTerm(int longest) {
        int p = laid.index.at[laid.term];
        int end = laid.index.at[laid.term + 1];
        int run = 0;
        char last = 0;
        for (int i = laid.from; i < laid.to; i++) {
            char c = text.letter(i);
            run = c == last ? run + 1 : 1;
            last = c;
            if (run > longest) {
                continue;
            }
            if (p == end || laid.index.letters[p] != c) {
                return false;
            }
            p++;
        }
        return p == end;
    }

    private Decision broken() {
        if (laid.length < 3 || laid.lookalikes > 0) {
            return Decision.TOO_MANY_GAPS;
        }
        if (laid.closed == 0 && laid.gaps >= 2) {
            return spelled().judge(laid);
        }
        int start = bounds.start(laid.from);
        boolean left = bounds.isHeadBehindSigns(laid.from) || laid.has(TermIndex.OPEN_LEFT);
        int end = bounds.end(laid.to);
        boolean right = bounds.isTailBeforeSigns(laid.to) || laid.has(TermIndex.OPEN_RIGHT);
        if (!left || !right) {
            return Decision.PART_OF_A_LONGER_WORD;
        }
        if ((start < laid.from || end > laid.to) && bounds.isWord(start, end)) {
            return Decision.ORDINARY_WORD;
        }
        return parted().judge(laid, start, end);
    }

    private SpelledOut spelled() {
        SpelledOut known = spelled;
        if (known == null) {
            known = new SpelledOut(text, bounds);
            spelled = known;
        }
        return known;
    }

    private PartedWord parted() {
        PartedWord known = parted;
        if (known == null) {
            known = new PartedWord(text, words);
            parted = known;
        }
        return known;
    }
}
