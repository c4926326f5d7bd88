// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * What each code point folds to, one {@code int} an entry, looked up without a branch for ASCII and by two loads for
 * the rest. Made at build time (see {@code FoldFile}); knows no Unicode data of its own. Immutable.
 *
 * <p>An entry holds the folded letter in its low 16 bits, its kind above them, and the letter's class in the top
 * byte: letters that are taken for one another (i and l, u and v) share a class, and the search runs on classes.
 */
final class Fold {
    /** A real letter, or a shape that stands for one in some font or script. */
    static final int LETTER = 0;

    /** A digit that is read as a letter: 3 for e. */
    static final int DIGIT = 1;

    /** A sign that is read as a letter: @ for a. */
    static final int SIGN = 2;

    /** A mark that separates, or stands in for a letter: * - . */
    static final int MARK = 3;

    static final int SPACE = 4;

    /** An emoji or another symbol; separates, and stands for nothing. */
    static final int OTHER = 5;

    /** Accents, invisible characters: gone, as if they had not been typed. */
    static final int DROPPED = 6;

    /** A letter that folds to itself; only inside the table. */
    static final int SELF = 7;

    /** Several letters; the low bits say where they stand. Only inside the table. */
    static final int SEVERAL = 8;

    static final int KIND = 0xF;

    /** May be read as i or as l, or be plain punctuation: 1 ! |. */
    static final int EITHER = 0x10;

    /** May be read as n or as h: the Greek eta. */
    static final int ETA = 0x20;

    private static final int LETTER_BIT = 1 << 22;
    private static final int MARK_BIT = 1 << 23;
    private static final int REAL_BIT = 1 << 29;
    private static final long SIGN_BIT = 1L << 31;

    private static final int BLOCK = 7;
    private static final int TABLE_END = 0x20000;
    private static final int IDEOGRAPHS_END = 0x40000;
    private static final int TAGS = 0xE0;

    final char[] blocks;
    final int[] entries;
    final int[] several;
    /** The entries of ASCII, negative for a sign, and above each the weight of its letter. */
    final long[] ascii;
    final String unicodeVersion;
    final int checksum;

    Fold(char[] blocks, int[] entries, int[] several, String unicodeVersion, int checksum) {
        this.blocks = blocks;
        this.entries = entries;
        this.several = several;
        this.unicodeVersion = unicodeVersion;
        this.checksum = checksum;
        this.ascii = new long[128];
        for (int i = 0; i < ascii.length; i++) {
            int entry = entries[(blocks[0] << BLOCK) + i];
            long weight = kind(entry) <= DIGIT ? weight((char) entry) : 0;
            ascii[i] = weight << 32 | (isSign(entry) ? SIGN_BIT : entry & 0xFFFFFFFFL);
        }
    }

    int entry(int codePoint) {
        if (codePoint < TABLE_END) {
            int entry = entries[(blocks[codePoint >> BLOCK] << BLOCK) + (codePoint & 127)];
            return kind(entry) == SELF ? letter((char) narrow(codePoint)) : entry;
        }
        if (codePoint < IDEOGRAPHS_END) {
            return letter((char) narrow(codePoint));
        }
        return entry(codePoint >> 12 == TAGS ? DROPPED : OTHER, 0);
    }

    /** A letter beyond the basic plane keeps 13 of its bits, in the private use area: enough to tell it from others. */
    private static int narrow(int codePoint) {
        return codePoint < 0x10000 ? codePoint : 0xE000 | (codePoint & 0x1FFF);
    }

    /** The class of the letter, 0 where it is not Latin or no letter. */
    static int classBits(int entry) {
        return entry >>> 24 & 31;
    }

    /** 1 for what reads as a letter or a digit or a sign, 0 for what separates. */
    static int letterBit(int entry) {
        return entry >>> 22 & 1;
    }

    /** All bits where {@link #letterBit} is 1, none where it is 0. */
    static int letterMask(int entry) {
        return entry << 9 >> 31;
    }

    /** {@link FoldedText#BEGINS} for all but a letter that is neither a digit nor a sign. */
    static int gapBit(int entry) {
        return ~entry >>> 24 & FoldedText.BEGINS;
    }

    /** 1 for a mark. */
    static int markBit(int entry) {
        return entry >>> 23 & 1;
    }

    static boolean isSign(int entry) {
        return kind(entry) == SIGN;
    }

    static int kind(int entry) {
        return entry >> 16 & KIND;
    }

    static int entry(int kindAndFlags, int letter) {
        int kind = kindAndFlags & KIND;
        int classOf = kind <= SIGN ? classOf((char) letter) : 0;
        int bits = kind <= SIGN ? LETTER_BIT : kind == MARK ? MARK_BIT : 0;
        bits |= kind == LETTER ? REAL_BIT : 0;
        return classOf << 24 | bits | kindAndFlags << 16 | letter;
    }

    private static int letter(char letter) {
        return classOf(letter) << 24 | REAL_BIT | LETTER_BIT | letter;
    }

    /** 1 to 26, the same for i and l, and for u and v; 0 for whatever is no Latin letter. */
    static int classOf(char letter) {
        if (letter < 'a' || letter > 'z') {
            return 0;
        }
        return (letter == 'l' ? 'i' : letter == 'v' ? 'u' : letter) - 'a' + 1;
    }

    /** Adds up over a word to a number that does not depend on the order of its letters. */
    static int weight(char letter) {
        int x = (letter + 1) * 0x9E3779B1;
        return (x ^ x >>> 15) * 0x85EBCA6B;
    }
}
