// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.Arrays;

/**
 * Puts the numbers of terms in order by merging, equal ones as they were. The library's sorts box what they compare, or
 * bring lambdas, and both cost milliseconds at start-up.
 */
final class TermOrder {
    /** Classes that fit into a key, five bits each. */
    private static final int KEYED = 12;

    private static final int WIDE = 31;

    private TermOrder() {}

    /** By the classes of their letters, a word before those that begin with it. */
    static int[] byClasses(int[] terms, char[][] classes) {
        long[] keys = new long[classes.length];
        for (int term : terms) {
            keys[term] = key(classes[term]);
        }
        return sorted(terms, keys, classes);
    }

    /** By the keys, which stand at the terms' numbers. */
    static int[] byKeys(int[] terms, long[] keys) {
        return sorted(terms, keys, new char[0][]);
    }

    /** The first classes, as far as they are Latin; two words of one key are compared in full. */
    private static long key(char[] word) {
        long key = 0;
        int open = 5 * KEYED;
        for (int i = 0; i < word.length && open > 0; i++) {
            open -= 5;
            key |= (long) Math.min(word[i], WIDE) << open;
            if (word[i] >= WIDE) {
                break;
            }
        }
        return key;
    }

    private static int[] sorted(int[] terms, long[] keys, char[][] ties) {
        int[] from = terms.clone();
        int[] to = new int[from.length];
        for (int width = 1; width < from.length; width *= 2) {
            for (int start = 0; start < from.length; start += 2 * width) {
                int middle = Math.min(start + width, from.length);
                merge(from, to, start, middle, Math.min(middle + width, from.length), keys, ties);
            }
            int[] merged = to;
            to = from;
            from = merged;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, long[] keys,
            char[][] ties) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takesRight = left == middle
                    || (right < end && isAfter(from[left], from[right], keys, ties));
            to[i] = takesRight ? from[right++] : from[left++];
        }
    }

    private static boolean isAfter(int a, int b, long[] keys, char[][] ties) {
        return keys[a] != keys[b] ? keys[a] > keys[b]
                : ties.length > 0 && Arrays.compare(ties[a], ties[b]) > 0;
    }
}
