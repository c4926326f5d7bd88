// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.ArrayList;
import java.util.List;

/** Finds emoji that are too many. One is what a reader sees as one: see {@link ReadCharacter}. */
record EmojiDetector(EmojiOptions options) implements Detector {
    @Override
    public List<Match> find(String content) {
        if (isAscii(content)) {
            return List.of();
        }
        List<Match> emoji = new ArrayList<>();
        int characters = 0;
        for (int start = 0; start < content.length();) {
            char c = content.charAt(start);
            int end = c > ' ' && c < 0x7F
                    && (start + 1 == content.length() || content.charAt(start + 1) < 0x80)
                            ? start + 1
                            : ReadCharacter.end(content, start);
            if (!Character.isWhitespace(c)) {
                characters++;
            }
            if (ReadCharacter.isEmoji(content, start, end)) {
                emoji.add(new Match(start, end, "emoji"));
            }
            start = end;
        }
        if (!emoji.isEmpty() && emoji.size() >= options.shareFrom()
                && emoji.size() > options.share() * characters) {
            return emoji;
        }
        return emoji.size() > options.maximum() ? emoji.subList(options.maximum(), emoji.size()) : List.of();
    }

    private static boolean isAscii(String content) {
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
