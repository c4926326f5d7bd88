// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Rules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** See {@link Rules#senders}. */
final class SendersFactory implements RuleFactory {
    @Override
    public String type() {
        return "senders";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int before = options.faultCount();
        Set<String> userIds = new HashSet<>(options.strings("userId"));
        Map<String, Set<String>> attributes = new HashMap<>();
        for (Map.Entry<String, List<String>> attribute : options.stringLists("senderAttribute").entrySet()) {
            attributes.put(attribute.getKey(), new HashSet<>(attribute.getValue()));
        }
        if (userIds.isEmpty() && attributes.isEmpty() && options.faultCount() == before) {
            options.fault("userId", "expected at least one user id, or a \"senderAttribute\"");
        }
        return Rules.senders(userIds, attributes, options.action(ActionType.DENY,
                List.of(ActionType.DENY, ActionType.ANNOTATE), "You cannot write in this room."));
    }
}
