// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * Whether a word is an ordinary one: the dictionary, as a Bloom filter over folded words (12 bits a word, 0.3 % of
 * other words pass for ordinary). It sees the folded text, so a disguised {@code grape} is still a grape. Immutable.
 */
final class OrdinaryWords {
    /** Any word of the dictionary, its runs squeezed. */
    static final long SQUEEZED = 0x243F6A8885A308D3L;

    /** A word with a double letter, as it is spelled. */
    static final long SPELLED = 0x13198A2E03707344L;

    /** A common word, as it is spelled; what may stand on both sides of a space by chance. */
    static final long COMMON = 0xA4093822299F31D0L;

    private static final int PROBES = 7;
    private static final int MAX_READINGS = 5;
    private static final int MAX_LENGTH = 128;

    final long[] bits;

    OrdinaryWords(long[] bits) {
        this.bits = bits;
    }

    static long[] room(int entries) {
        int words = 1;
        while (words * 64L < entries * 12L) {
            words <<= 1;
        }
        return new long[words];
    }

    /** Adds a folded word, in the sense given. */
    static void add(long[] bits, long sense, String word) {
        long hash = sense;
        char last = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (sense != SQUEEZED || c != last) {
                hash = next(hash, c);
            }
            last = c;
        }
        long h = finish(hash);
        for (int i = 0; i < PROBES; i++) {
            int bit = probe(h, i, bits.length);
            bits[bit >> 6] |= 1L << bit;
        }
    }

    private static long next(long hash, char letter) {
        return (hash ^ letter) * 0x100000001B3L + 0x2545F491L;
    }

    private static long finish(long hash) {
        long h = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return h ^ h >>> 29;
    }

    private static int probe(long h, int i, int words) {
        long x = h + i * (h >>> 31 | 1);
        return (int) (x >>> 17) & words * 64 - 1;
    }

    private boolean contains(long hash) {
        long h = finish(hash);
        for (int i = 0; i < PROBES; i++) {
            int bit = probe(h, i, bits.length);
            if ((bits[bit >> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the letters of the units are a word of the dictionary, as they stand or stretched. */
    boolean isWord(FoldedText text, int from, int to) {
        if (to - from > MAX_LENGTH) {
            return false;
        }
        int runs = 0;
        int doubled = 0;
        int longest = 1;
        int run = 0;
        for (int i = from; i < to; i++) {
            boolean same = i > from && text.letter(i) == text.letter(i - 1);
            run = same ? run + 1 : 1;
            runs += same ? 0 : 1;
            doubled += run == 2 ? 1 : 0;
            longest = Math.max(longest, run);
        }
        if (longest == 1 || longest > 2 || 2 * doubled > runs) {
            return reading(text, from, to, SQUEEZED, Integer.MAX_VALUE, 0);
        }
        return reading(text, from, to, SPELLED, 2, 0);
    }

    /** Whether the units are a word with a double letter, where a run of more than two counts as two. */
    boolean isSpelled(FoldedText text, int from, int to) {
        return to - from <= MAX_LENGTH && reading(text, from, to, SPELLED, 2, 0);
    }

    /** Whether the units are a common word as they stand. */
    boolean isCommon(FoldedText text, int from, int to) {
        return to - from <= MAX_LENGTH && reading(text, from, to, COMMON, 2, 0);
    }

    private boolean reading(FoldedText text, int from, int to, long hash, int longest, int readings) {
        int run = 0;
        char last = 0;
        long h = hash;
        for (int i = from; i < to; i++) {
            if (!text.isLetter(i)) {
                continue;
            }
            char c = text.letter(i);
            if (text.isEither(i) && readings < MAX_READINGS) {
                return either(text, i, from, to, hash, longest, readings + 1);
            }
            run = c == last ? run + 1 : 1;
            boolean squeezed = longest == Integer.MAX_VALUE ? run > 1 : run > longest;
            if (!squeezed) {
                h = next(h, c);
            }
            last = c;
        }
        return contains(h);
    }

    /** Reads the units from here on that are of the same kind as i, and as l. */
    private boolean either(FoldedText text, int unit, int from, int to, long hash, int longest,
            int readings) {
        int kept = text.entry(unit);
        int end = unit;
        while (end < to && text.entry(end) == kept) {
            end++;
        }
        text.read(unit, end, Fold.entry(Fold.LETTER, 'i'));
        boolean found = reading(text, from, to, hash, longest, readings);
        if (!found) {
            text.read(unit, end, Fold.entry(Fold.LETTER, 'l'));
            found = reading(text, from, to, hash, longest, readings);
        }
        text.read(unit, end, kept);
        return found;
    }
}
