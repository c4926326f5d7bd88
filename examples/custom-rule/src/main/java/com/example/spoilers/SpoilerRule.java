// SPDX-License-Identifier: Apache-2.0
package com.example.spoilers;

import dev.usher.review.Deadline;
import dev.usher.review.Match;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.review.Verdict;
import java.util.List;

/**
 * Denies messages that name a title and give something of it away: "In Vertigo she dies" but not "I loved Vertigo".
 * Upper and lower case are the same; a word counts only as a whole. Immutable, thread-safe.
 */
final class SpoilerRule implements ReviewRule {
    private final List<String> titles;
    private final List<String> reveals;
    private final String reason;

    /**
     * Takes the phrases as they are written.
     *
     * @param titles what must not be spoiled
     * @param reveals what gives something away, such as "dies"
     * @param reason what the sender is told
     */
    SpoilerRule(List<String> titles, List<String> reveals, String reason) {
        this.titles = List.copyOf(titles);
        this.reveals = List.copyOf(reveals);
        this.reason = reason;
    }

    @Override
    public Verdict review(ReviewRequest request, Deadline deadline) {
        String content = request.content();
        Match title = find(titles, "title", content);
        Match reveal = title == null ? null : find(reveals, "reveal", content);
        // What was found is for the log and for usher review --explain. The sender is told the reason, and no more:
        // naming the phrase would teach how to get around it.
        return reveal == null ? Verdict.pass() : new Verdict.Deny(reason, List.of(title, reveal));
    }

    /** True: the time depends on the lengths of message and lists alone. So the review needs no other thread. */
    @Override
    public boolean isBounded() {
        return true;
    }

    /** The first of the phrases that the content has as whole words; null if none. */
    private static Match find(List<String> phrases, String kind, String content) {
        for (String phrase : phrases) {
            for (int at = 0; at + phrase.length() <= content.length(); at++) {
                int end = at + phrase.length();
                // Not by a lower-case copy of the content: that may be longer, and the match's place would be wrong.
                if (content.regionMatches(true, at, phrase, 0, phrase.length())
                        && !isWordBefore(content, at) && !isWordAt(content, end)) {
                    return new Match(at, end, kind);
                }
            }
        }
        return null;
    }

    private static boolean isWordBefore(String content, int index) {
        return index > 0 && Character.isLetterOrDigit(content.codePointBefore(index));
    }

    private static boolean isWordAt(String content, int index) {
        return index < content.length() && Character.isLetterOrDigit(content.codePointAt(index));
    }
}
