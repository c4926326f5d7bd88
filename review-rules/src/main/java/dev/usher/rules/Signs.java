// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/**
 * What a content can hold at all, told by one cheap pass: most messages have not even the signs that a link, an address
 * or a number is written with, and need not be read closely. What is said to be missing is missing; what is said to be
 * possible need not be there. Holds for what {@link VisibleText} makes of the content: where a character could change
 * under it into one that matters, or vanish, everything is possible.
 */
final class Signs {
    /** A link: a dot between words or beside a space, a path or a port, a dot that is spoken. */
    static final int LINK = 1;
    /** An address of e-mail: an at sign, or the bracketed or spoken parts of one. */
    static final int EMAIL = 2;
    /** A number of a phone, a card or an account, or an IP address. */
    static final int NUMBER = 4;

    private static final int ALL = LINK | EMAIL | NUMBER;
    /** An IPv4 address has six at least when one of its numbers has three; whatever else is dialled has eight. */
    private static final int LEAST_DIGITS = 6;
    private static final char EMOJI_STYLE = 0xFE0F;
    private static final char JOINER = 0x200D;

    private Signs() {}

    static int of(String content) {
        int signs = 0;
        int digits = 0;
        int length = content.length();
        char before = '\n';
        for (int i = 0; i < length; i++) {
            char c = content.charAt(i);
            if (c >= 0x7F || c < ' ') {
                if (!isHarmless(content, i, c, before)) {
                    return ALL;
                }
                signs |= (c == 'т' || c == 'Т') && content.regionMatches(true, i, "точка", 0, 5)
                        ? LINK | EMAIL
                        : 0;
            } else if (c >= '0' && c <= '9') {
                boolean account = isDigit(before) && i > 1 && isAsciiLetter(content.charAt(i - 2));
                signs |= account || ++digits >= LEAST_DIGITS ? NUMBER : 0;
            } else if (c < 'a' ? c != ' ' && c != ',' : c == 't' || c == 'p' || c > 'z') {
                signs |= ofMark(content, i, c, before);
            }
            before = c;
        }
        return signs;
    }

    private static int ofMark(String content, int at, char c, char before) {
        char after = at + 1 < content.length() ? content.charAt(at + 1) : '\n';
        return switch (c) {
            case '/', '\\' -> LINK;
            case '@' -> EMAIL;
            case '.' -> ofDot(before, after);
            case '?', '#' -> isWord(before) && isWord(after) ? LINK : 0;
            case ':' -> isWord(before) && (isWord(after) || after == ':') ? LINK | NUMBER : 0;
            case '(', '[', '{', '<' -> after == 'a' || after == 'A' ? EMAIL : 0;
            case 't', 'T' -> (before == 'o' || before == 'O' || before == '0') && at > 1
                    && (content.charAt(at - 2) | 0x20) == 'd' ? LINK | EMAIL : 0;
            case 'p', 'P' -> content.regionMatches(true, at, "punkt", 0, 5)
                    || content.regionMatches(true, at, "punto", 0, 5)
                    || content.regionMatches(true, at, "ponto", 0, 5) ? LINK | EMAIL : 0;
            default -> 0;
        };
    }

    /** A full stop at the end of a word, with a space behind it, joins a host only after {@code www} or with a path. */
    private static int ofDot(char before, char after) {
        if (isWord(before)) {
            return isWord(after) || before == 'w' || before == 'W' ? LINK : 0;
        }
        return before == '.' ? 0 : LINK | EMAIL;
    }

    /** Whether the character stands for itself and for no sign: letters of large scripts, emoji, white space. */
    private static boolean isHarmless(String content, int at, char c, char before) {
        if (c < 0xC0) {
            return c == '\n' || c == '\r' || c == '\t';
        } else if (c < 0x250) {
            return c != 'İ'; // in lower case a plain i
        } else if (c < 0x2000) {
            return c >= 0x400 && c < 0x482;
        } else if (c == EMOJI_STYLE || c == JOINER) {
            return before >= 0x80; // taken out, but joins no two of ASCII
        } else if (Character.isHighSurrogate(c)) {
            char low = at + 1 < content.length() ? content.charAt(at + 1) : 0;
            return Character.isLowSurrogate(low) && isEmoji(Character.toCodePoint(c, low));
        }
        return Character.isLowSurrogate(c) ? Character.isHighSurrogate(before) : isPlain(c);
    }

    private static boolean isPlain(char c) {
        return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026
                || (c >= 0x2600 && c < 0x27C0) || (c > 0x3040 && c < 0x3097) || (c > 0x30A0 && c < 0x30FB)
                || (c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4);
    }

    private static boolean isEmoji(int codePoint) {
        return (codePoint >= 0x1F300 && codePoint < 0x1F700)
                || (codePoint >= 0x1F900 && codePoint < 0x1FB00);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Also for what is no word beyond ASCII: a sign too many. */
    private static boolean isWord(char c) {
        return isAsciiLetter(c) || isDigit(c) || c >= 0x80;
    }
}
