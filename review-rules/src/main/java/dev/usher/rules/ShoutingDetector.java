// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.List;

/** Finds contents in capitals, from the first capital letter to the last. Letters without case do not count. */
record ShoutingDetector(double share, int minimumLetters) implements Detector {
    @Override
    public List<Match> find(String content) {
        int capitals = 0;
        int letters = 0;
        int first = -1;
        int end = 0;
        for (int i = 0; i < content.length();) {
            char c = content.charAt(i);
            if (c < 'A' || (c >= 'a' && c <= 'z')) {
                letters += c >= 'a' ? 1 : 0;
                i++;
                continue;
            }
            int codePoint = content.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint)) {
                capitals++;
                letters++;
                first = first < 0 ? i : first;
                end = next;
            } else if (isSmall(codePoint)) {
                letters++;
            }
            i = next;
        }
        return capitals > 0 && letters >= minimumLetters && capitals >= share * letters
                ? List.of(new Match(first, end, "shouting"))
                : List.of();
    }

    /** A small letter that has a capital; the ordinal sign, say, has none. */
    private static boolean isSmall(int codePoint) {
        return Character.isLowerCase(codePoint) && Character.isLetter(codePoint)
                && (Character.toUpperCase(codePoint) != codePoint || codePoint == 0xDF);
    }
}
