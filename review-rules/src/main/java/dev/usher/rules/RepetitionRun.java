// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.List;

/** Counts how often the same part of a content follows itself. One thread at a time. */
final class RepetitionRun {
    private final String content;
    private final int limit;
    private final String kind;
    private final List<Match> matches;

    private int from;
    private int to = -1;
    private int count;
    private int excessStart;
    private int excessEnd;

    RepetitionRun(String content, int limit, String kind, List<Match> matches) {
        this.content = content;
        this.limit = limit;
        this.kind = kind;
        this.matches = matches;
    }

    /** Takes the next part: what of it is compared, and what is found where it is one too many. */
    void next(int newFrom, int newTo, int start, int end) {
        if (to - from == newTo - newFrom && content.regionMatches(true, from, content, newFrom, to - from)) {
            count++;
            excessStart = count == limit + 1 ? start : excessStart;
            excessEnd = end;
            return;
        }
        end();
        from = newFrom;
        to = newTo;
        count = 1;
    }

    /** The content has ended. */
    void end() {
        if (count > limit) {
            matches.add(new Match(excessStart, excessEnd, kind));
        }
        count = 0;
    }
}
