// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/** Which characters are seen as nothing, and where a script or an emoji needs them all the same. */
final class Invisible {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int BLANK_BRAILLE = 0x2800;
    private static final int BLACK_FLAG = 0x1F3F4;

    private Invisible() {}

    static boolean isInvisible(int codePoint) {
        return switch (codePoint) {
            case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180E, 0x180F,
                    BLANK_BRAILLE, 0x3164, 0xFEFF, 0xFFA0 ->
                true;
            default ->
                (codePoint >= 0x200B && codePoint <= 0x200F) || (codePoint >= 0x202A && codePoint <= 0x202E)
                        || (codePoint >= 0x2060 && codePoint <= 0x206F)
                        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                        || (codePoint >= 0xFFF9 && codePoint <= 0xFFFB)
                        || (codePoint >= 0x1D173 && codePoint <= 0x1D17A)
                        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF) || isControl(codePoint);
        };
    }

    /** Whether a text has nothing to read: spaces and the invisible only, or nothing at all. */
    static boolean isAll(String text) {
        for (int i = 0; i < text.length();) {
            int codePoint = text.codePointAt(i);
            if (!Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint)
                    && !isInvisible(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    /** Whether the code point there is invisible and nothing beside it needs it. */
    static boolean isOutOfPlace(String content, int start, int end) {
        int codePoint = content.codePointAt(start);
        if (!isInvisible(codePoint)) {
            return false;
        }
        int before = start == 0 ? -1 : content.codePointBefore(start);
        int after = end == content.length() ? -1 : content.codePointAt(end);
        if (codePoint == NON_JOINER || codePoint == JOINER) {
            return !isJoined(codePoint, before, after);
        } else if (codePoint == 0x200E || codePoint == 0x200F || codePoint == 0x61C
                || (codePoint >= 0x2066 && codePoint <= 0x2069)) {
            return before < 0 || isInvisible(before); // marks of direction, one at a time
        } else if (isTag(codePoint)) {
            return before != BLACK_FLAG && !isTag(before);
        } else if (codePoint == BLANK_BRAILLE) {
            return !isBraille(before) && !isBraille(after);
        }
        return !isSelector(codePoint) || !isSelectable(codePoint, before);
    }

    /** Whether a letter is of a script in which marks are few: Latin, Greek and Cyrillic, and their later blocks. */
    static boolean isWestern(int codePoint) {
        return codePoint < 0x530 || (codePoint >= 0x1C80 && codePoint <= 0x1FFF)
                || (codePoint >= 0x2C60 && codePoint <= 0x2C7F)
                || (codePoint >= 0xA640 && codePoint <= 0xA7FF)
                || (codePoint >= 0xFF21 && codePoint <= 0xFF5A)
                || (codePoint >= 0x1D400 && codePoint <= 0x1D7FF);
    }

    private static boolean isJoined(int joiner, int before, int after) {
        if (before < 0) {
            return false;
        }
        if (joiner == JOINER && after > 0xFF && Character.isExtendedPictographic(after)) {
            return Character.isExtendedPictographic(before) || before == 0xFE0F
                    || (before >= 0x1F3FB && before <= 0x1F3FF);
        }
        int type = Character.getType(before);
        return !isInvisible(before) && !isWestern(before) && (Character.isLetter(before)
                || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK);
    }

    private static boolean isSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
                || (codePoint >= 0x180B && codePoint <= 0x180F && codePoint != 0x180E);
    }

    /** A selector chooses the form of a symbol, an emoji, or a letter that is not a western one. */
    private static boolean isSelectable(int selector, int before) {
        if (before < 0 || isInvisible(before)) {
            return false;
        }
        if (selector == 0xFE0E || selector == 0xFE0F) {
            return Character.isEmoji(before);
        }
        return before > 0x2FF
                && (Character.isLetter(before) || Character.getType(before) == Character.MATH_SYMBOL);
    }

    private static boolean isTag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }

    private static boolean isBraille(int codePoint) {
        return codePoint > BLANK_BRAILLE && codePoint <= 0x28FF;
    }

    private static boolean isControl(int codePoint) {
        return (codePoint < ' ' && codePoint != '\t' && codePoint != '\n' && codePoint != '\r')
                || (codePoint >= 0x7F && codePoint < 0xA0 && codePoint != 0x85);
    }
}
