// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/**
 * The plain lower-case letter or digit behind one that is only styled (by the compatibility mappings of Unicode 16,
 * and the small capitals, which have none). Computed from the order of the blocks: no table to load.
 */
final class PlainLetters {
    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ";
    /** U+2100 to U+213F; a dot where a symbol is no letter. */
    private static final String LETTER_LIKE = "..c.......ghhhh.iill.n...pqrrr......z...z.k.bc.eef.mo....i......";
    /** Cyrillic and Greek letters that look like the Latin ones below them. */
    private static final String ALIKE = "асеорхуіјѕһԁԛԝмнткгпвαοικνρτυχωϲϳ";
    private static final String LATIN = "aceopxyijshdqwmhtkrnbaoikvptuxwcj";

    private PlainLetters() {}

    /** The code point itself, in lower case, where it is not styled; a plain space for every other one. */
    static int plain(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 0x20
                    : codePoint == '\t' || codePoint == '\f' || codePoint == 0x0B ? ' ' : codePoint;
        }
        if (codePoint < 0x2000) {
            return codePoint == 0xA0 ? ' ' : codePoint >= 0x250 ? small(codePoint) : lower(codePoint);
        }
        return codePoint < 0x10000 ? ofBasicPlane(codePoint) : ofHigherPlane(codePoint);
    }

    /** The Latin letter that the code point looks like; itself where it is like none. */
    static int latin(int codePoint) {
        int index = codePoint < 0x80 ? -1 : ALIKE.indexOf(codePoint);
        return index < 0 ? codePoint : LATIN.charAt(index);
    }

    private static int ofBasicPlane(int c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return plain(c - 0xFEE0); // full-width
        } else if (c >= 0x2100 && c < 0x2140) {
            char letter = LETTER_LIKE.charAt(c - 0x2100);
            return letter == '.' ? c : letter;
        } else if (c >= 0x249C && c <= 0x24E9) {
            return 'a' + (c - 0x249C) % 26; // parenthesised, and circled twice
        } else if (c >= 0x2460 && c <= 0x2468) {
            return '1' + c - 0x2460;
        } else if (Character.isSpaceChar(c)) {
            return c == 0x2028 || c == 0x2029 ? '\n' : ' ';
        }
        return small(c);
    }

    private static int ofHigherPlane(int c) {
        if (c >= 0x1D400 && c <= 0x1D6A3) {
            return 'a' + (c - 0x1D400) % 52 % 26; // mathematical
        } else if (c >= 0x1D7CE && c <= 0x1D7FF) {
            return '0' + (c - 0x1D7CE) % 10;
        } else if (c >= 0x1F110 && c <= 0x1F189) {
            return enclosed(c);
        }
        return lower(c);
    }

    /** Letters in parentheses, squares, black circles and black squares, which begin 32 apart. */
    private static int enclosed(int c) {
        int letter = (c - 0x1F110) % 0x20;
        return letter < 26 ? 'a' + letter : c;
    }

    private static int small(int c) {
        int index = c > 0xFFFF ? -1 : SMALL_CAPITALS.indexOf(c);
        return index < 0 ? lower(c) : 'a' + index;
    }

    private static int lower(int c) {
        return Character.isDigit(c) ? '0' + Character.digit(c, 10) : Character.toLowerCase(c);
    }
}
