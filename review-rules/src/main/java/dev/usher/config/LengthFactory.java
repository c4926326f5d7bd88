// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.Message;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Rules;
import java.util.List;

/** See {@link Rules#length}. */
final class LengthFactory implements RuleFactory {
    @Override
    public String type() {
        return "length";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int maximum = options.integer("maximum", 200, 1, Message.MAX_CONTENT_LENGTH);
        return Rules.length(maximum).then(options.action(ActionType.DENY,
                List.of(ActionType.DENY, ActionType.REMOVE, ActionType.ANNOTATE),
                "Please write shorter messages."));
    }
}
