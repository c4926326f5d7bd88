// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.List;

/** Cuts spans out of a content: the characters outside the spans stay as they are, unit by unit. */
final class Masking {
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Masking() {}

    /** The content with one {@code *} for each character found. */
    static String mask(String content, List<Match> ascending) {
        StringBuilder masked = new StringBuilder(content.length());
        int at = 0;
        for (Match match : ascending) {
            int start = Math.max(at, match.span().start());
            int end = match.span().end();
            if (end > start) {
                masked.append(content, at, start);
                stars(content, start, end, masked);
                at = end;
            }
        }
        return masked.append(content, at, content.length()).toString();
    }

    /** The content without the spans; of the space on both sides of one, that before it goes too. */
    static String remove(String content, List<Match> ascending) {
        StringBuilder rest = new StringBuilder(content.length());
        int at = 0;
        for (Match match : ascending) {
            int start = Math.max(at, match.span().start());
            int end = match.span().end();
            if (end > start) {
                rest.append(content, at, start);
                boolean spaceFollows = end == content.length() || content.charAt(end) == ' ';
                if (spaceFollows && !rest.isEmpty() && rest.charAt(rest.length() - 1) == ' ') {
                    rest.setLength(rest.length() - 1);
                }
                at = end;
            }
        }
        return rest.append(content, at, content.length()).toString();
    }

    /** A star for each code point that begins a character: none for marks, joiners, and what a joiner joins. */
    private static void stars(String content, int start, int end, StringBuilder masked) {
        boolean joined = false;
        boolean any = false;
        for (int i = start; i < end;) {
            int codePoint = content.codePointAt(i);
            i += Character.charCount(codePoint);
            boolean begins = !continuesCharacter(codePoint) && !joined;
            if (begins || !any) {
                masked.append('*');
                any = true;
            }
            joined = codePoint == ZERO_WIDTH_JOINER;
        }
    }

    private static boolean continuesCharacter(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK,
                    Character.FORMAT ->
                true;
            default -> codePoint >= 0x1F3FB && codePoint <= 0x1F3FF; // skin tones
        };
    }
}
