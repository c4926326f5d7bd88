// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds marks stacked on one character beyond a limit, and characters that cannot be seen where no script needs them.
 * On letters of Latin, Greek and Cyrillic and on whatever is no letter, half as many marks stand: Vietnamese needs two,
 * where Hebrew, Arabic, Thai or Tibetan need up to four.
 */
record ZalgoDetector(int marks, boolean invisible) implements Detector {
    @Override
    public List<Match> find(String content) {
        int first = plainEnd(content);
        if (first == content.length()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        int limit = first == 0 ? 0 : (marks + 1) / 2;
        int stacked = 0;
        for (int i = first; i < content.length();) {
            int codePoint = content.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (codePoint < 0x7F && codePoint >= ' ') {
                limit = (marks + 1) / 2;
                stacked = 0;
            } else if (invisible && Invisible.isOutOfPlace(content, i, next)) {
                add(matches, i, next, "invisible");
            } else if (isMark(codePoint)) {
                if (++stacked > limit) {
                    add(matches, i, next, "stacked-marks");
                }
            } else if (!Invisible.isInvisible(codePoint)) {
                limit = takesManyMarks(codePoint) ? marks : (marks + 1) / 2;
                stacked = 0;
            }
            i = next;
        }
        return matches;
    }

    /** The first place of anything but a visible character of ASCII. */
    private static int plainEnd(String content) {
        int end = 0;
        while (end < content.length() && content.charAt(end) >= ' ' && content.charAt(end) < 0x7F) {
            end++;
        }
        return end;
    }

    /** Makes one find of what stands side by side. */
    private static void add(List<Match> matches, int start, int end, String kind) {
        int last = matches.size() - 1;
        if (last >= 0 && matches.get(last).span().end() == start && matches.get(last).kind().equals(kind)) {
            matches.set(last, new Match(matches.get(last).span().start(), end, kind));
        } else {
            matches.add(new Match(start, end, kind));
        }
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
                && !Invisible.isInvisible(codePoint);
    }

    /** Letters from Armenian on, but for the Latin and Greek that were added behind. */
    private static boolean takesManyMarks(int codePoint) {
        return codePoint >= 0x530 && Character.isLetter(codePoint) && !Invisible.isWestern(codePoint);
    }
}
