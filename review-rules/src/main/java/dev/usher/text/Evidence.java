// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * The exact check: whether the letters at a place of the message are really the term that the search over classes
 * met there. Lays the term over the units, takes down what stands in the way (gaps, repeats, replaced letters,
 * missing boundaries), and decides. Holds the last place judged. One thread at a time.
 */
final class Evidence {
    private static final int MAX_GAPS = 32;

    private final FoldedText text;
    private final OrdinaryWords words;

    private TermIndex index;
    private int term;

    /** The units of the last candidate, half-open. */
    int from;
    int to;
    long steps;

    private int letters;
    private int signs;
    private int digits;
    private int lookalikes;
    private int stretched;
    private int closed;
    private int missingJoints;
    private int gaps;
    private int spaces;
    private final int[] gapAfter = new int[MAX_GAPS];
    private final int[] gapBefore = new int[MAX_GAPS];
    private int length;
    private int knownStart;
    private int knownEnd;

    Evidence(FoldedText text, OrdinaryWords words) {
        this.text = text;
        this.words = words;
        this.index = TermIndex.NONE;
    }

    /** Forgets what it knows of the text, which has been filled anew. */
    void begin() {
        knownStart = 1;
        knownEnd = 0;
    }

    /** Whether the term stands at the element, of which the search knows that the classes fit. */
    Decision judge(TermIndex list, int candidate, int element) {
        index = list;
        term = candidate;
        if (!lay(element)) {
            return Decision.TOO_FEW_REPEATS;
        }
        if (index.has(term, TermIndex.EXACT)) {
            return exact();
        }
        if (index.has(term, TermIndex.ALLOWED)) {
            return allowed();
        }
        if (letters == 0 && (signs == 0 || length < 3)) {
            return Decision.TOO_FEW_LETTERS;
        }
        if (length <= 3 && ((digits > 1 && signs == 0) || (letters == 0 && signs < 2))) {
            return Decision.TOO_FEW_LETTERS;
        }
        if (lookalikes > 0 && (length < 4 || lookalikes > 2)) {
            return Decision.NOT_EXACT;
        }
        return gaps == 0 ? unbroken() : broken();
    }

    /** Lays the term over the units; false where the message has fewer letters in a run than the term. */
    private boolean lay(int element) {
        letters = 0;
        signs = 0;
        digits = 0;
        lookalikes = 0;
        stretched = 0;
        closed = 0;
        missingJoints = 0;
        gaps = 0;
        spaces = 0;
        length = 0;
        from = -1;
        to = -1;
        char[] term = index.letters;
        int end = index.at[this.term + 1];
        int joint = -1;
        int p = index.at[this.term];
        for (int e = element; p < end; e++) {
            while (term[p] == ' ') {
                p++;
                joint = e;
            }
            char letter = term[p];
            int letterClass = Fold.classOf(letter);
            int q = p;
            int count = 0;
            boolean jointInside = false;
            while (q < end && (term[q] == ' ' || (letterClass == 0 ? term[q] == letter
                    : Fold.classOf(term[q]) == letterClass))) {
                count += term[q] == ' ' ? 0 : 1;
                q++;
            }
            while (term[q - 1] == ' ') {
                q--;
            }
            for (int i = p; i < q; i++) {
                jointInside |= term[i] == ' ';
            }
            if (!run(e, p, q, count, q == end, joint == e, jointInside)) {
                return false;
            }
            length += count;
            p = q;
        }
        return true;
    }

    /** One run of the term, {@code term[p..q)}, over one element. */
    private boolean run(int e, int p, int q, int count, boolean last, boolean jointBefore,
            boolean jointInside) {
        int first = text.first(e);
        int end = text.first(e + 1);
        while (!text.isLetter(end - 1)) {
            end--;
        }
        boolean opening = from < 0;
        if (end - first < count) {
            return false;
        }
        if (opening && end - first > 1) {
            first = opening(first, end, count);
        }
        if (last && end - first > 1) {
            end = closing(first, end, count);
        }
        int seen = 0;
        int previous = opening ? -1 : to - 1;
        int at = p;
        for (int i = first; i < end; i++) {
            steps++;
            if (!text.isLetter(i)) {
                continue;
            }
            if (previous >= 0) {
                boolean expected = seen == 0 ? jointBefore : jointInside;
                if (i - previous > 1 && !expected) {
                    gap(previous, i);
                } else if (seen == 0 && i - previous == 1) {
                    closed++;
                    missingJoints += expected ? 1 : 0;
                }
            }
            previous = i;
            seen++;
            at = letter(i, at, p, q);
        }
        if (seen < count) {
            return false;
        }
        stretched += seen - count;
        if (opening) {
            from = first;
        }
        to = end;
        return true;
    }

    /** The first letter of the term: the last unbroken part of the element, more of it only where it is needed. */
    private int opening(int first, int end, int count) {
        int seen = 0;
        int i = end - 1;
        int start = end;
        for (; i >= first; i--) {
            steps++;
            if (text.isLetter(i)) {
                seen++;
                start = i;
            } else if (seen >= count) {
                break;
            }
        }
        while (seen > count && text.is(start, Fold.SIGN) && !text.is(end - 1, Fold.SIGN)) { // @name, !word
            start++;
            seen--;
        }
        return start;
    }

    private int closing(int first, int end, int count) {
        int seen = 0;
        int stop = first;
        for (int i = first; i < end; i++) {
            steps++;
            if (text.isLetter(i)) {
                seen++;
                stop = i + 1;
            } else if (seen >= count) {
                break;
            }
        }
        while (seen > count
                && text.isEither(stop - 1) && text.is(stop - 1, Fold.SIGN)) {
            stop--;
            seen--;
        }
        return stop;
    }

    /** Takes down one unit against the run's letters; where in the run the next one stands. */
    private int letter(int unit, int at, int p, int q) {
        char[] term = index.letters;
        int here = Math.min(at, q - 1);
        while (term[here] == ' ') {
            here++;
        }
        char wanted = term[here];
        char found = text.letter(unit);
        if (text.is(unit, Fold.LETTER)) {
            letters++;
        } else if (text.is(unit, Fold.DIGIT)) {
            digits++;
        } else {
            signs++;
        }
        if (found == wanted || text.isEither(unit)) {
            return at < q ? here + 1 : at;
        }
        if (here > p && found == term[here - 1]) {
            return at;
        }
        lookalikes++;
        return at < q ? here + 1 : at;
    }

    private void gap(int before, int after) {
        boolean space = false;
        for (int i = before + 1; i < after; i++) {
            space |= text.is(i, Fold.SPACE);
        }
        if (gaps < MAX_GAPS) {
            gapAfter[gaps] = before;
            gapBefore[gaps] = after;
        }
        gaps++;
        spaces += space ? 1 : 0;
    }

    /** The beginning of the word that the unit is in, or begins after; looked up once for all candidates in it. */
    private int wordStart(int unit) {
        if (unit >= knownStart && unit <= knownEnd) {
            return knownStart;
        }
        if (unit == text.units || !text.isLetter(unit)) {
            return unit > 0 && text.isLetter(unit - 1) ? wordStart(unit - 1) : unit;
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

    private int wordEnd(int unit) {
        if (unit > 0 && text.isLetter(unit - 1)) {
            wordStart(unit - 1);
            return knownEnd;
        }
        if (unit < text.units && text.isLetter(unit)) {
            wordStart(unit);
            return knownEnd;
        }
        return unit;
    }

    private boolean allOf(int start, int end, int kind) {
        for (int i = start; i < end; i++) {
            if (!text.is(i, kind)) {
                return false;
            }
        }
        return true;
    }

    private Decision exact() {
        if (gaps > 0 || stretched > 0 || lookalikes > 0 || digits > 0 || signs > 0) {
            return Decision.NOT_EXACT;
        }
        return wordStart(from) == from && wordEnd(to) == to ? Decision.HIT : Decision.PART_OF_A_LONGER_WORD;
    }

    private Decision allowed() {
        if ((gaps > 0 && closed > 0) || lookalikes > 0 || stretched > 0 || missingJoints > 0) {
            return Decision.NOT_EXACT;
        }
        boolean left = index.has(term, TermIndex.OPEN_LEFT) || wordStart(from) == from;
        boolean right = index.has(term, TermIndex.OPEN_RIGHT) || wordEnd(to) == to;
        return left && right ? Decision.HIT : Decision.PART_OF_A_LONGER_WORD;
    }

    private Decision unbroken() {
        int start = wordStart(from);
        int end = wordEnd(to);
        if (start == from && end == to) {
            return whole();
        }
        boolean left = start == from || allOf(start, from, Fold.SIGN) || allOf(start, from, Fold.DIGIT);
        boolean right = end == to || allOf(to, end, Fold.SIGN) || allOf(to, end, Fold.DIGIT);
        boolean open = false;
        if (!left || !right) {
            if (lookalikes > 0) {
                return Decision.PART_OF_A_LONGER_WORD;
            }
            open = (left || index.has(term, TermIndex.OPEN_LEFT))
                    && (right || index.has(term, TermIndex.OPEN_RIGHT));
            left = left || index.has(term, TermIndex.OPEN_LEFT) || Affixes.isPrefix(text, start, from);
            right = right || index.has(term, TermIndex.OPEN_RIGHT) || Affixes.isSuffix(text, to, end);
            if (!left || !right || (!open && length < 3)) {
                return Decision.PART_OF_A_LONGER_WORD;
            }
        }
        if ((!open || index.has(term, TermIndex.GUARDED)) && isOrdinary(start, end)) {
            return Decision.ORDINARY_WORD;
        }
        return open ? Decision.HIT : whole();
    }

    /** Whether the word is in the dictionary, as it is or without the digits at its ends. */
    private boolean isOrdinary(int start, int end) {
        if (!isNumber(start, from) && !isNumber(to, end) && words.isWord(text, start, end)) {
            return true;
        }
        int first = start;
        int last = end;
        while (first < last && !text.is(first, Fold.LETTER)) {
            first++;
        }
        while (last > first && !text.is(last - 1, Fold.LETTER)) {
            last--;
        }
        return (first < from || last > to) && words.isWord(text, first, last);
    }

    /** Digits that are no letters in disguise: three different ones, as in 123. */
    private boolean isNumber(int start, int end) {
        int different = 0;
        int seen = 0;
        for (int i = start; i < end; i++) {
            if (!text.is(i, Fold.DIGIT)) {
                return false;
            }
            int bit = 1 << (text.letter(i) & 31);
            different += (seen & bit) == 0 ? 1 : 0;
            seen |= bit;
        }
        return different >= 3;
    }

    private Decision whole() {
        if (lookalikes > 0 && words.isWord(text, from, to)) {
            return Decision.ORDINARY_WORD;
        }
        if (stretched > 0) {
            if (length < 3) {
                return Decision.NOT_EXACT;
            }
            if (!isTerm(2) && words.isSpelled(text, from, to)) {
                return Decision.ORDINARY_WORD;
            }
            if (length <= 4 && stretched == 1 && isRestOfAWord()) {
                return Decision.ORDINARY_WORD;
            }
        }
        return Decision.HIT;
    }

    /** Whether a part of a word stands right before: {@code ra ccoon}, {@code r*ccoon}. */
    private boolean isRestOfAWord() {
        int mark = from - 1;
        if (mark < 1 || !text.isLetter(mark - 1) || text.letter(from) != text.letter(from + 1)) {
            return false;
        }
        if (text.is(mark, Fold.MARK)) {
            return true;
        }
        return text.is(mark, Fold.SPACE) && words.isWord(text, wordStart(mark - 1), to);
    }

    /** Whether the units, runs cut to the given length, spell the term itself. */
    private boolean isTerm(int longest) {
        int p = index.at[term];
        int end = index.at[term + 1];
        int run = 0;
        char last = 0;
        for (int i = from; i < to; i++) {
            char c = text.letter(i);
            run = c == last ? run + 1 : 1;
            last = c;
            if (run > longest) {
                continue;
            }
            if (p == end || index.letters[p] != c) {
                return false;
            }
            p++;
        }
        return p == end;
    }

    private Decision broken() {
        if (length < 3 || lookalikes > 0) {
            return Decision.TOO_MANY_GAPS;
        }
        if (closed == 0 && gaps >= 2) {
            return spelled();
        }
        int start = wordStart(from);
        int end = wordEnd(to);
        boolean left = start == from || allOf(start, from, Fold.SIGN) || index.has(term, TermIndex.OPEN_LEFT);
        boolean right = end == to || allOf(to, end, Fold.SIGN) || index.has(term, TermIndex.OPEN_RIGHT);
        if (!left || !right) {
            return Decision.PART_OF_A_LONGER_WORD;
        }
        if ((start < from || end > to) && words.isWord(text, start, end)) {
            return Decision.ORDINARY_WORD;
        }
        return gaps == 1 ? parted(start, end) : shredded();
    }

    /** Letter by letter: the row of single letters is one word, and the term must be all of it. */
    private Decision spelled() {
        if (wordStart(from) != from || wordEnd(to) != to) {
            return Decision.PART_OF_A_LONGER_WORD;
        }
        int kinds = gapKinds(gapAfter[0] + 1, gapBefore[0]);
        int start = from;
        int before = 0;
        for (int letter = before(from, kinds); letter >= 0
                && before <= Term.MAX_LENGTH; letter = before(letter, kinds)) {
            start = letter;
            before++;
        }
        int end = to;
        int after = 0;
        for (int letter = after(to, kinds); letter >= 0
                && after <= Term.MAX_LENGTH; letter = after(letter + 1, kinds)) {
            end = letter + 1;
            after++;
        }
        if (before + after == 0) {
            return Decision.HIT;
        }
        boolean left = before == 0 || index.has(term, TermIndex.OPEN_LEFT)
                || (before == 1 && spaces > 0 && isLetterWord(text.letter(start)));
        boolean right = after == 0 || index.has(term, TermIndex.OPEN_RIGHT)
                || (after == 1 && spaces > 0 && isLetterWord(text.letter(end - 1)));
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
    private static boolean isLetterWord(char letter) {
        return letter == 'a' || letter == 'i' || letter == 'u' || letter == 'r' || letter == 'n'
                || letter == 'y'
                || letter == 'o' || letter == 'k' || letter == 'x';
    }

    /** In two parts. */
    private Decision parted(int start, int end) {
        int middle = gapAfter[0] + 1;
        int rest = gapBefore[0];
        boolean apostrophe = rest - middle == 1 && text.is(middle, Fold.MARK) && text.letter(middle) == '\'';
        if (apostrophe && isContraction(rest)) {
            return Decision.ORDINARY_PARTS;
        }
        if (spaces > 0) {
            for (int i = middle; i < rest; i++) {
                if (!text.is(i, Fold.SPACE)) {
                    return Decision.TOO_MANY_GAPS;
                }
            }
            if (from > 1 && text.is(from - 1, Fold.MARK) && text.letter(from - 1) == '\''
                    && middle - from == 1) {
                return Decision.ORDINARY_PARTS;
            }
        }
        if (spaces == 0 && !isWordMark(middle)) {
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
            return isLetterWord(text.letter(start));
        }
        return words.isCommon(text, start, end);
    }

    private boolean isContraction(int rest) {
        int n = to - rest;
        char a = text.letter(rest);
        char b = n > 1 ? text.letter(rest + 1) : 0;
        if (n == 1) {
            return a == 's' || a == 't' || a == 'd' || a == 'm';
        }
        return n == 2 && ((a == 'l' && b == 'l') || (b == 'e' && (a == 'r' || a == 'v')));
    }

    /** In several parts, none of them a letter alone throughout: enough of them must be no words. */
    private Decision shredded() {
        if (length < 4 || gaps >= MAX_GAPS) {
            return Decision.TOO_MANY_GAPS;
        }
        int common = 0;
        int start = from;
        for (int i = 0; i <= gaps; i++) {
            int end = i < gaps ? gapAfter[i] + 1 : to;
            common += isCommonPart(start, end) ? 1 : 0;
            start = i < gaps ? gapBefore[i] : to;
        }
        int allowed = spaces > 0 ? 0 : 1;
        return common <= allowed ? Decision.HIT : Decision.ORDINARY_PARTS;
    }
}
