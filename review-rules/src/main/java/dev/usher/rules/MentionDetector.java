// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.ArrayList;
import java.util.List;

/** Finds the mentions beyond a number of them: an {@code @} and a name, where the {@code @} follows no name. */
record MentionDetector(int maximum) implements Detector {
    @Override
    public List<Match> find(String content) {
        if (content.indexOf('@') < 0 && content.indexOf('＠') < 0) {
            return List.of();
        }
        return find(new VisibleText(content));
    }

    List<Match> find(VisibleText text) {
        List<Match> matches = new ArrayList<>();
        int mentions = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) == '@' && isName(text, i + 1) && !isName(text, i - 1)) {
                int end = i + 1;
                while (isName(text, end)) {
                    end++;
                }
                if (++mentions > maximum) {
                    matches.add(text.match(i, end, "mention"));
                }
                i = end - 1;
            }
        }
        return matches;
    }

    private static boolean isName(VisibleText text, int at) {
        return text.isWord(at) || text.at(at) == '_';
    }
}
