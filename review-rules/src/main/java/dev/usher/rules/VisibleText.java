// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;

/**
 * A content as someone reads an address or a number in it: what cannot be seen is taken out, letters and digits in
 * fancy dress (full-width, circled, mathematical, small capitals) are plain, capitals are small, and every space but a
 * line break is a plain one. Digits stay digits and letters keep their script, unlike in the folding of words. Each
 * character knows the part of the content that it stands for. Made in one pass. Immutable.
 */
class VisibleText {
    /** What {@link #at} says beyond both ends. */
    static final int NONE = -1;

    private final String content;
    private final int[] codePoints;
    private final int[] starts;
    private final int length;

    VisibleText(String content) {
        int[] codePoints = new int[content.length()];
        int[] starts = new int[content.length() + 1];
        int length = 0;
        for (int i = 0; i < content.length();) {
            int codePoint = content.codePointAt(i);
            int before = length == 0 ? NONE : codePoints[length - 1];
            if ((codePoint < 0x7F && codePoint >= ' ') || !isUnseen(codePoint, before)) {
                codePoints[length] = PlainLetters.plain(codePoint);
                starts[length++] = i;
            }
            i += Character.charCount(codePoint);
        }
        starts[length] = content.length();
        this.content = content;
        this.codePoints = codePoints;
        this.starts = starts;
        this.length = length;
    }

    int length() {
        return length;
    }

    /** The character there; {@link #NONE} beyond the ends. */
    int at(int index) {
        return index >= 0 && index < length ? codePoints[index] : NONE;
    }

    boolean isDigit(int index) {
        int c = at(index);
        return c >= '0' && c <= '9';
    }

    boolean isAsciiLetter(int index) {
        int c = at(index);
        return c >= 'a' && c <= 'z';
    }

    /** Whether a letter, a digit or a mark of any script stands there. */
    boolean isWord(int index) {
        int c = at(index);
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    /** Whether the sender wrote a capital letter there. */
    boolean isUpperCase(int index) {
        return Character.isUpperCase(content.codePointAt(starts[index]));
    }

    /** The first index at or after the given one that holds no plain space. */
    int skipSpaces(int from, int most) {
        int to = from;
        while (to - from < most && at(to) == ' ') {
            to++;
        }
        return to;
    }

    /** Whether the given ASCII text in lower case stands there. */
    boolean startsWith(String text, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (at(from + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The characters of that part, as they are read. */
    String text(int from, int to) {
        return new String(codePoints, from, to - from);
    }

    /** A find of that part, with what is unseen in it and right after it. */
    Match match(int from, int to, String kind) {
        return new Match(starts[from], starts[to], kind);
    }

    /** Whether a mark that changes a letter was taken out of that part: two texts that read alike are not the same. */
    boolean hasHiddenMark(int from, int to) {
        for (int i = from; i < to; i++) {
            int raw = starts[i] + Character.charCount(content.codePointAt(starts[i]));
            while (raw < starts[i + 1]) {
                int codePoint = content.codePointAt(raw);
                if (isMark(codePoint) && !isIgnorable(codePoint)) {
                    return true;
                }
                raw += Character.charCount(codePoint);
            }
        }
        return false;
    }

    private static boolean isUnseen(int codePoint, int before) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT || isIgnorable(codePoint)
                || (type == Character.CONTROL && !Character.isWhitespace(codePoint))
                || (before < 0x250 && (type == Character.NON_SPACING_MARK
                        || type == Character.ENCLOSING_MARK));
    }

    /** Those that are seen as nothing and are not of the type for that: joiners, selectors, fillers. */
    private static boolean isIgnorable(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164,
                    0xFFA0 ->
                true;
            default -> (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                    || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
        };
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
