// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Deadline;
import dev.usher.review.Match;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.review.Sender;
import dev.usher.review.Verdict;
import dev.usher.state.BanList;
import java.util.List;

/** See {@link Rules#bans}. */
record BansRule(List<BanList> lists, Action action) implements ReviewRule {
    private static final List<Match> MATCHES = List.of(new Match(0, 0, "ban"));

    BansRule {
        lists = List.copyOf(lists);
    }

    @Override
    public Verdict review(ReviewRequest request, Deadline deadline) throws Exception {
        Sender sender = request.sender();
        for (int i = 0; i < lists.size(); i++) {
            if (lists.get(i).find(sender.userId(), sender.ip(), deadline) != null) {
                return action.apply(request.message(), MATCHES);
            }
        }
        return Verdict.pass();
    }

    @Override
    public boolean isBounded() {
        for (int i = 0; i < lists.size(); i++) {
            if (!lists.get(i).isBounded()) {
                return false;
            }
        }
        return true;
    }
}
