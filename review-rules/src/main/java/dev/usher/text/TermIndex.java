// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * The terms of one list as flat arrays, as they lie in the compiled resource: a trie over letter classes, the terms
 * themselves, and two look-up tables by which a masked and a transposed word are found. Immutable; made by
 * {@link TermIndexBuilder}, read by {@link TermIndexFile}.
 *
 * <p>The trie is walked from every element of a message, most of which it leaves at once: {@code starts} holds the
 * node that three classes lead to. A node with a single term below it is a leaf; the term's rest is compared then.
 */
final class TermIndex {
    static final int TRIPLES = 1 << 15;

    /** A node has 1 << RECORD numbers. */
    static final int RECORD = 2;

    static final int LEAF = 1 << 27;

    /** In {@code starts}: begin at the root, a short term or a letter that is not Latin may follow. */
    static final char FROM_ROOT = 0xFFFF;

    static final int SEVERITY = 3;
    static final int OPEN_LEFT = 1 << 2;
    static final int OPEN_RIGHT = 1 << 3;
    static final int EXACT = 1 << 4;
    static final int ALLOWED = 1 << 5;
    /** A word of the dictionary is not this term, even where the term is open. */
    static final int GUARDED = 1 << 6;
    static final int PHRASE = 1 << 7;
    static final int DIGITS = 1 << 8;
    static final int WIDE = 1 << 9;
    /** So well known that it is read behind more stars than letters. */
    static final int STARRED = 1 << 10;
    static final int CATEGORY_SHIFT = 16;

    private static final int CLASSES = 0x7FFFFFE;
    private static final int HAS_WIDE = 1;

    /** Of no terms; nothing is searched in it. */
    static final TermIndex NONE = new TermIndex(0, new String[0], new char[0], new long[1], new int[4],
            new int[0],
            new long[1], new char[0], new int[1], new int[0], new int[2], new long[1], new int[0],
            new int[0]);

    final int foldChecksum;
    final String[] categories;

    final char[] starts;
    /**
     * Two bits for each hash of four classes: whether a term begins with them, and whether one does that may stand
     * inside a word.
     */
    final long[] quads;
    final int quadShift;
    /**
     * Four numbers a node. A bit for each class that goes on from it, bit 0 where wide letters do; the node of the
     * lowest class, which the others follow; where the terms that end at the node begin in {@code ends}, or -1. A
     * leaf has the bit {@link #LEAF}, the first classes of its term's rest, and its term.
     */
    final int[] nodes;
    /** Terms, each group closed by the complement of its last one. */
    final int[] ends;
    /** Open addressing: node and letter in the high 40 bits, the node they lead to below. */
    final long[] wide;

    final char[] letters;
    final int[] at;
    final int[] info;

    /** Open addressing by the sum of a word's letters: sum, term + 1. */
    final int[] bySum;
    final long[] sums;
    /** Single words sorted by length, first and last letter, and their keys. */
    final int[] shapeKey;
    final int[] shapeTerm;

    TermIndex(int foldChecksum, String[] categories, char[] starts, long[] quads, int[] nodes, int[] ends,
            long[] wide, char[] letters, int[] at, int[] info, int[] bySum, long[] sums, int[] shapeKey,
            int[] shapeTerm) {
        this.foldChecksum = foldChecksum;
        this.categories = categories;
        this.starts = starts;
        this.nodes = nodes;
        this.quads = quads;
        this.quadShift = quadShift(quads);
        this.ends = ends;
        this.wide = wide;
        this.letters = letters;
        this.at = at;
        this.info = info;
        this.bySum = bySum;
        this.sums = sums;
        this.shapeKey = shapeKey;
        this.shapeTerm = shapeTerm;
    }

    int terms() {
        return info.length;
    }

    /** The node that the class leads to from the record of a node, or -1. */
    int child(int record, int letterClass) {
        int bits = nodes[record];
        int bit = 1 << letterClass;
        return (bits & bit) == 0 ? -1 : nodes[record + 1] + Integer.bitCount(bits & (bit - 1) & CLASSES);
    }

    /** The node that the letter, which is not Latin, leads to, or -1. */
    int wideChild(int node, char letter) {
        if ((nodes[node << RECORD] & HAS_WIDE) == 0) {
            return -1;
        }
        long key = (long) node << 16 | letter;
        int mask = wide.length - 1;
        for (int i = slot(key) & mask; wide[i] != 0; i = i + 1 & mask) {
            if (wide[i] >>> 24 == key) {
                return (int) wide[i] & 0xFFFFFF;
            }
        }
        return -1;
    }

    static int quadShift(long[] quads) {
        return 32 - Integer.numberOfTrailingZeros(quads.length * 32);
    }

    /** The place of four classes, five bits each. */
    static int quadHash(int quad, int shift) {
        return ((quad & 0xFFFFF) * 0x9E3779B1) >>> shift;
    }

    static int slot(long key) {
        long x = key * 0x9E3779B97F4A7C15L;
        return (int) (x >>> 40);
    }

    /** 0 where no term has the sum. */
    int sumBit(int sum) {
        int bit = sum >>> 7 & (sums.length * 64 - 1);
        return (int) (sums[bit >> 6] >>> bit) & 1;
    }

    boolean has(int term, int flag) {
        return (info[term] & flag) != 0;
    }

    int severity(int term) {
        return info[term] & SEVERITY;
    }

    String category(int term) {
        return categories[info[term] >>> CATEGORY_SHIFT];
    }

    String text(int term) {
        return new String(letters, at[term], at[term + 1] - at[term]);
    }

    /** In the syntax of {@link Term}; a term of a script without spaces is open on both sides. */
    String written(int term) {
        return (has(term, EXACT) ? "=" : has(term, OPEN_LEFT) ? "*" : "") + text(term)
                + (has(term, OPEN_RIGHT) ? "*" : "");
    }

    static int shape(int length, char first, char last) {
        return length << 16 | ((first * 31) & 0xFF) << 8 | ((last * 31) & 0xFF);
    }
}
