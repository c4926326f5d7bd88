// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Deadline;
import dev.usher.review.Match;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.review.Sender;
import dev.usher.review.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** See {@link Rules#senders}. */
record SenderRule(Set<String> userIds, Map<String, Set<String>> attributes,
        Action action) implements ReviewRule {
    private static final List<Match> MATCHES = List.of(new Match(0, 0, "sender"));

    SenderRule {
        userIds = Set.copyOf(userIds);
        attributes = Map.copyOf(attributes);
        Objects.requireNonNull(action, "action");
    }

    @Override
    public Verdict review(ReviewRequest request, Deadline deadline) {
        return isMeant(request.sender()) ? action.apply(request.message(), MATCHES) : Verdict.pass();
    }

    @Override
    public boolean isBounded() {
        return true;
    }

    private boolean isMeant(Sender sender) {
        if (userIds.contains(sender.userId())) {
            return true;
        }
        for (Map.Entry<String, Set<String>> attribute : attributes.entrySet()) {
            String value = sender.attributes().get(attribute.getKey());
            if (value != null && attribute.getValue().contains(value)) {
                return true;
            }
        }
        return false;
    }
}
