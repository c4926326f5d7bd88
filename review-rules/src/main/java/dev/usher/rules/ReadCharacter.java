// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/**
 * What a reader takes for one character: a letter with its marks, an emoji with its skin tone, a flag, a keycap, a
 * family joined by zero-width joiners. A short form of the grapheme clusters of Unicode (UAX 29): it takes the same
 * for all emoji of UTS 51, and leaves Hangul of single jamo apart.
 */
final class ReadCharacter {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int KEYCAP = 0x20E3;

    private ReadCharacter() {}

    /** The end of the character that begins there. Looks at no more than that and one code point. */
    static int end(String content, int start) {
        int codePoint = content.codePointAt(start);
        int at = start + Character.charCount(codePoint);
        if (isRegionalIndicator(codePoint) && at < content.length()
                && isRegionalIndicator(content.codePointAt(at))) {
            at += 2;
        }
        while (at < content.length()) {
            int next = content.codePointAt(at);
            if (!continues(next)) {
                break;
            }
            at += Character.charCount(next);
            if (next == ZERO_WIDTH_JOINER && at < content.length() && isPictograph(content.codePointAt(at))
                    && isPictograph(codePoint)) {
                at += Character.charCount(content.codePointAt(at));
            }
        }
        return at;
    }

    /** Whether the character that begins and ends there is shown as an emoji. */
    static boolean isEmoji(String content, int start, int end) {
        int codePoint = content.codePointAt(start);
        if (codePoint < 0x80) {
            return end - start > 1 && content.charAt(end - 1) == KEYCAP;
        }
        int next = start + Character.charCount(codePoint);
        int style = next < end ? content.charAt(next) : 0;
        if (style == EMOJI_STYLE || style == TEXT_STYLE) {
            return style == EMOJI_STYLE && Character.isEmoji(codePoint);
        }
        return Character.isEmojiPresentation(codePoint)
                || (codePoint >= 0x2600 && Character.isEmoji(codePoint));
    }

    /** Whether the code point belongs to the character before it. */
    static boolean continues(int codePoint) {
        if (codePoint < 0x300) {
            return codePoint == 0xAD;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK,
                    Character.FORMAT ->
                true;
            default -> codePoint >= 0x1F3FB && codePoint <= 0x1F3FF; // skin tones
        };
    }

    private static boolean isPictograph(int codePoint) {
        return codePoint > 0xFF && Character.isExtendedPictographic(codePoint);
    }

    private static boolean isRegionalIndicator(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }
}
