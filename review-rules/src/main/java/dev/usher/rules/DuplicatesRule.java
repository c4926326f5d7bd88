// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Deadline;
import dev.usher.review.Match;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.review.Verdict;
import dev.usher.state.CounterStore;
import dev.usher.text.TermMatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** See {@link Rules#duplicates}. */
final class DuplicatesRule implements ReviewRule {
    private final CounterStore counters;
    private final String owner;
    private final DuplicatesOptions options;
    private final Action action;
    private final TermMatcher fold = TermMatcher.builder().build();
    private final Set<String> allowed = new HashSet<>();

    DuplicatesRule(CounterStore counters, String owner, DuplicatesOptions options, Action action) {
        this.counters = counters;
        this.owner = owner;
        this.options = options;
        this.action = action;
        for (String text : options.allow()) {
            allowed.add(Sketch.of(text, fold).letters());
        }
    }

    @Override
    public Verdict review(ReviewRequest request, Deadline deadline) throws Exception {
        Sketch sketch = Sketch.of(request.content(), fold);
        if (sketch.length() < options.minimumLetters() || allowed.contains(sketch.letters())) {
            return Verdict.pass();
        }
        long ofUser = counters.increment(Per.ofUser(owner, request) + "|" + sketch.exact(),
                options.window(), deadline);
        if (options.perUser() > 0 && ofUser > options.perUser()) {
            return refuse(request, "repeat");
        }
        return options.perRoom() > 0 && isOfMany(sketch, request, ofUser == 1, deadline)
                ? refuse(request, "copy-paste")
                : Verdict.pass();
    }

    /** Counts the text for the room where it is new of this user, and tells whether too many have sent it. */
    private boolean isOfMany(Sketch sketch, ReviewRequest request, boolean counts, Deadline deadline)
            throws Exception {
        String room = Per.inRoom(owner, request);
        boolean many = false;
        for (String text : options.near() ? sketch.bands() : new String[]{sketch.exact()}) {
            String key = room + text;
            many |= options.perRoom() < (counts
                    ? counters.increment(key, options.window(), deadline)
                    : counters.count(key, deadline));
        }
        return many;
    }

    private Verdict refuse(ReviewRequest request, String kind) {
        return action.apply(request.message(), List.of(new Match(0, 0, kind)));
    }

    @Override
    public boolean isBounded() {
        return counters.isBounded();
    }
}
