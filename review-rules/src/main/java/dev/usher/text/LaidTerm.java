// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * A term laid over the units of the message where the search over classes met it: from where to where it stands, and
 * what it took to read it there (gaps, repeats, replaced letters). Takes down, and does not judge. One thread at a
 * time.
 */
final class LaidTerm {
    static final int MAX_GAPS = 32;

    private final FoldedText text;

    TermIndex index = TermIndex.NONE;
    int term;

    /** The units, half-open. */
    int from;
    int to;

    /** Letters of the term. */
    int length;

    /** What its letters were written with. */
    int letters;
    int digits;
    int signs;

    /** Letters that only share their class with the term's. */
    int lookalikes;

    /** Letters more than the term has. */
    int stretched;

    /** Neighbours in the term that are neighbours in the message. */
    int closed;

    /** Spaces of the term that the message leaves out. */
    int missingJoints;

    /** Places where the message parts what the term does not, and those of them that hold a space. */
    int gaps;
    int spaces;
    /** The last unit before the gap and the first one after it. */
    final int[] gapAfter = new int[MAX_GAPS];
    final int[] gapBefore = new int[MAX_GAPS];

    /** Units looked at since somebody last took them down. */
    long steps;

    LaidTerm(FoldedText text) {
        this.text = text;
    }

    /** Lays the term at the element; false where the message has fewer letters in a run than the term. */
    boolean lay(TermIndex list, int candidate, int element) {
        index = list;
        term = candidate;
        clear();
        char[] word = index.letters;
        int end = index.at[term + 1];
        int joint = -1;
        int p = index.at[term];
        for (int e = element; p < end; e++) {
            while (word[p] == ' ') {
                p++;
                joint = e;
            }
            char letter = word[p];
            int letterClass = Fold.classOf(letter);
            int q = p;
            int count = 0;
            boolean jointInside = false;
            while (q < end && (word[q] == ' ' || (letterClass == 0 ? word[q] == letter
                    : Fold.classOf(word[q]) == letterClass))) {
                count += word[q] == ' ' ? 0 : 1;
                q++;
            }
            while (word[q - 1] == ' ') {
                q--;
            }
            for (int i = p; i < q; i++) {
                jointInside |= word[i] == ' ';
            }
            if (!run(e, p, q, count, q == end, joint == e, jointInside)) {
                return false;
            }
            length += count;
            p = q;
        }
        return true;
    }

    boolean has(int flag) {
        return index.has(term, flag);
    }

    private void clear() {
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
}
