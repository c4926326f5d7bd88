// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.Message;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Rules;
import java.util.List;

/** See {@link Rules#mentions}. */
final class MentionsFactory implements RuleFactory {
    @Override
    public String type() {
        return "mentions";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int maximum = options.integer("maximum", 5, 0, Message.MAX_CONTENT_LENGTH);
        return Rules.mentions(maximum).then(options.action(ActionType.DENY,
                List.of(ActionType.DENY, ActionType.REMOVE, ActionType.ANNOTATE),
                "Please mention fewer people at once."));
    }
}
