// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import dev.usher.text.TermHit;
import dev.usher.text.TermMatcher;
import java.util.ArrayList;
import java.util.List;

/** See {@link Rules#blockedWords}. The kind of a find is category and severity, such as {@code "slur-3"}. */
record BlockedWordsDetector(TermMatcher matcher, boolean firstLetterStays) implements Detector {
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    @Override
    public List<Match> find(String content) {
        List<TermHit> hits = matcher.find(content);
        if (hits.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>(hits.size());
        for (TermHit hit : hits) {
            int start = firstLetterStays ? afterFirst(content, hit.start(), hit.end()) : hit.start();
            matches.add(new Match(start, hit.end(), hit.category() + "-" + hit.severity()));
        }
        return matches;
    }

    /** The end of the first character as a reader counts them: its marks and joiners belong to it. */
    private static int afterFirst(String content, int start, int end) {
        int at = start + Character.charCount(content.codePointAt(start));
        while (at < end) {
            int codePoint = content.codePointAt(at);
            int type = Character.getType(codePoint);
            if (type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK
                    && type != Character.ENCLOSING_MARK && codePoint != ZERO_WIDTH_JOINER) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
