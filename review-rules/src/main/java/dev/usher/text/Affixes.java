// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.Arrays;

/**
 * What people glue to a word without making another word of it: {@code mr}, {@code super}, {@code xX}, {@code boy}.
 * Asked only about what is left of a word beside a term.
 */
final class Affixes {
    // One string each, not one a word: that would cost a cold start a millisecond.
    private static final String PREFIXES = "x xo mr mrs ms dr sir lord king queen super mega ultra the big lil little litle im "
            + "iam ima my your ur you youre real its so stupid dumb dum fat ugly old dirty filthy "
            + "fucking fuckin fckin holy hot total mother mutha motha go eat silly crazy lazy sad "
            + "bad just yo hey ok team captain master mad xd oh el la da mini pro top fake";

    private static final String SUFFIXES = "x ox s z boy boys boi girl girls guy guys man men dude kid kids lord king queen "
            + "face head heads fest bag gang crew bot tv yt lol xd er ers ed ing ish lover hole "
            + "squad god master mode team fan fans you yourself pls plz omg wtf pro gamer gaming "
            + "live vip official bro baby stain show storm post";

    private static final long[] BEFORE = packed(PREFIXES);
    private static final long[] AFTER = packed(SUFFIXES);
    private static final int MAX = 12;

    /** A bit for each two classes, five bits each, that a prefix may end with. */
    static final long[] ENDS = ends();

    private Affixes() {}

    static boolean isPrefix(FoldedText text, int from, int to) {
        return Arrays.binarySearch(BEFORE, pack(text, from, to)) >= 0;
    }

    static boolean isSuffix(FoldedText text, int from, int to) {
        return Arrays.binarySearch(AFTER, pack(text, from, to)) >= 0;
    }

    private static long[] ends() {
        long[] ends = new long[1024 / 64];
        for (int at = 0; at < PREFIXES.length();) {
            int end = end(PREFIXES, at);
            int last = Fold.classOf(PREFIXES.charAt(end - 1));
            boolean single = end - at == 1; // then whatever stands before it
            int before = single ? 0 : Fold.classOf(PREFIXES.charAt(end - 2));
            for (int i = before; i < (single ? 32 : before + 1); i++) {
                int bit = i << 5 | last;
                ends[bit >> 6] |= 1L << bit;
            }
            at = end + 1;
        }
        return ends;
    }

    /** Where the word that begins at the place ends. */
    private static int end(String words, int at) {
        int space = words.indexOf(' ', at);
        return space < 0 ? words.length() : space;
    }

    private static long[] packed(String words) {
        long[] packed = new long[words.length()];
        int n = 1; // a zero among them: nothing is left
        for (int at = 0; at < words.length();) {
            int end = end(words, at);
            char last = 0;
            for (int k = at; k < end; k++) {
                char c = words.charAt(k);
                if (c != last) {
                    packed[n] = packed[n] << 5 | c - 'a' + 1;
                }
                last = c;
            }
            n++;
            at = end + 1;
        }
        return sorted(Arrays.copyOf(packed, n));
    }

    /** By insertion: the library's sort brings lambdas, and those cost milliseconds at start-up. */
    private static long[] sorted(long[] packed) {
        for (int i = 1; i < packed.length; i++) {
            long value = packed[i];
            int k = i;
            for (; k > 0 && packed[k - 1] > value; k--) {
                packed[k] = packed[k - 1];
            }
            packed[k] = value;
        }
        return packed;
    }

    /** The letters of the units, runs squeezed, digits and signs left out at the ends; -1 where that is too long. */
    private static long pack(FoldedText text, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && !text.is(first, Fold.LETTER)) {
            first++;
        }
        while (last > first && !text.is(last - 1, Fold.LETTER)) {
            last--;
        }
        long packed = 0;
        int length = 0;
        char previous = 0;
        for (int i = first; i < last; i++) {
            char c = text.letter(i);
            if (c == previous) {
                continue;
            }
            previous = c;
            if (++length > MAX || c < 'a' || c > 'z') {
                return -1;
            }
            packed = packed << 5 | c - 'a' + 1;
        }
        return packed;
    }
}
