// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.List;

/** Cuts spans out of a content: the characters outside the spans stay as they are, unit by unit. */
final class Masking {
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

    /** The content without the spans; of the spaces on both sides of one, one goes too. */
    static String remove(String content, List<Match> ascending) {
        StringBuilder rest = new StringBuilder(content.length());
        int at = 0;
        for (Match match : ascending) {
            int start = Math.max(at, match.span().start());
            int end = match.span().end();
            if (end > start) {
                rest.append(content, at, start);
                boolean spaceFollows = end < content.length() && content.charAt(end) == ' ';
                boolean spaceBefore = !rest.isEmpty() && rest.charAt(rest.length() - 1) == ' ';
                if (spaceBefore && (spaceFollows || end == content.length())) {
                    rest.setLength(rest.length() - 1);
                }
                at = spaceFollows && rest.isEmpty() ? end + 1 : end;
            }
        }
        return rest.append(content, at, content.length()).toString();
    }

    /** A star for each character as a reader counts them; one at least, though nothing is seen. */
    private static void stars(String content, int start, int end, StringBuilder masked) {
        int before = masked.length();
        for (int i = start; i < end;) {
            boolean seen = !ReadCharacter.continues(content.codePointAt(i));
            i = ReadCharacter.end(content, i);
            if (seen) {
                masked.append('*');
            }
        }
        if (masked.length() == before) {
            masked.append('*');
        }
    }
}
