// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * Writes a message into its {@link FoldedText}: plain text in one loop; what folds to nothing, to several letters or
 * to a letter of two readings a character at a time.
 */
final class FoldPass {
    private static final long WEIGHT = FoldedText.WEIGHT;

    private FoldPass() {}

    /**
     * ASCII but for the signs that are read as letters: where nearly all time goes, so it has one branch. Whether a
     * unit is a letter, begins an element or ends a word is counted, not asked. Returns where the stretch ends.
     */
    static int addPlain(FoldedText text, int from) {
        char[] source = text.chars;
        long[] ascii = text.fold.ascii;
        long[] out = text.unit;
        int[] runs = text.run;
        int[] ends = text.separator;
        int end = text.length;
        int before = from - text.units; // the same for the whole stretch
        int m = text.elements + 1;
        int separatorCount = text.separators;
        int last = runs[text.elements] & 31;
        int gap = text.units > 0 ? Fold.gapBit(text.entry(text.units - 1)) : FoldedText.BEGINS;
        long total = text.units > 0 ? out[text.units - 1] & WEIGHT : 0;
        int i = from;
        for (; i < end; i++) {
            char c = source[i];
            if (c >= 128) {
                break;
            }
            long found = ascii[c];
            int entry = (int) found;
            if (entry < 0) { // a sign
                break;
            }
            int n = i - before;
            long sum = total + found; // no carry: the low half of the total is 0
            out[n] = sum;
            total = sum & WEIGHT;
            int letterClass = Fold.classBits(entry);
            int letter = Fold.letterMask(entry);
            int change = (letterClass ^ last) & letter;
            last ^= change;
            runs[m] = n << 6 | letterClass | gap;
            m += -change >>> 31;
            gap = Fold.gapBit(entry);
            ends[separatorCount] = n;
            separatorCount += 1 + letter;
        }
        straighten(text, from, i, before);
        text.units = i - before;
        text.elements = m - 1;
        text.separators = separatorCount;
        return i;
    }

    /** Notes where a stretch was typed, once a unit's number is no longer its place in the text. */
    private static void straighten(FoldedText text, int from, int to, int before) {
        if (text.straight && before != 0) {
            bend(text);
        }
        if (!text.straight) {
            for (int i = from; i < to; i++) {
                text.start[i - before] = i;
            }
        }
    }

    static boolean isPlain(FoldedText text, char c) {
        return c < 128 && (int) text.fold.ascii[c] >= 0;
    }

    /** Adds the character at the place, whatever it is; the place after it. */
    static int addOther(FoldedText text, int at) {
        int next = at + 1;
        int codePoint = text.chars[at];
        if (Character.isHighSurrogate(text.chars[at]) && next < text.length
                && Character.isLowSurrogate(text.chars[next])) {
            codePoint = Character.toCodePoint(text.chars[at], text.chars[next]);
            next++;
        }
        int found = text.fold.entry(codePoint);
        int kind = Fold.kind(found);
        if (kind == Fold.SEVERAL) {
            int from = found & 0xFFFF;
            int count = text.fold.several[from];
            text.reserve(text.units + count + (text.length - at) + FoldedText.ROOM);
            for (int i = 1; i <= count; i++) {
                add(text, text.fold.several[from + i], at);
            }
        } else if (kind != Fold.DROPPED) {
            add(text, found, at);
        }
        return next;
    }

    /** Adds a unit that was typed at the place. */
    static void add(FoldedText text, int found, int at) {
        int n = text.units;
        int kind = Fold.kind(found);
        boolean afterLetter = n > 0 && text.isLetter(n - 1);
        long before = n > 0 ? text.unit[n - 1] & WEIGHT : 0;
        if (text.straight && n != at) {
            bend(text);
        }
        if (!text.straight) {
            text.start[n] = at;
        }
        text.units++;
        long weight = kind <= Fold.DIGIT ? (long) Fold.weight((char) found) << 32 : 0;
        text.unit[n] = (before + weight) | (found & 0xFFFFFFFFL);
        if (kind > Fold.SIGN) {
            text.separator[text.separators++] = n;
            return;
        }
        int letterClass = Fold.classBits(found);
        int gap = n > 0 ? Fold.gapBit(text.entry(n - 1)) : FoldedText.BEGINS;
        if (text.elements == 0 || letterClass != text.classOf(text.elements - 1)
                || (letterClass == 0 && text.letter(text.first(text.elements - 1)) != (char) found)) {
            text.run[++text.elements] = n << 6 | letterClass | gap;
        }
        if (kind == Fold.SIGN) {
            text.separator[text.separators++] = n; // a word may end at it: siht!
        }
        boolean doubted = (found >> 16 & Fold.ETA) != 0
                || (kind == Fold.SIGN && (found >> 16 & Fold.EITHER) != 0 && afterLetter);
        if (doubted && text.doubtful < FoldedText.MAX_DOUBTFUL) {
            text.doubt[text.doubtful++] = n;
        }
    }

    /** From here on a unit's number is not its place in the text. */
    private static void bend(FoldedText text) {
        text.straight = false;
        for (int i = 0; i < text.units; i++) {
            text.start[i] = i;
        }
    }
}
