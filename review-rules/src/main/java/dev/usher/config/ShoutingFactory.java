// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.Message;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Rules;
import java.util.List;

/** See {@link Rules#shouting}. */
final class ShoutingFactory implements RuleFactory {
    @Override
    public String type() {
        return "shouting";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        double share = options.decimal("share", 0.7, 0.01, 1);
        int letters = options.integer("minimumLetters", 12, 1, Message.MAX_CONTENT_LENGTH);
        return Rules.shouting(share, letters).then(options.action(ActionType.DENY,
                List.of(ActionType.DENY, ActionType.ANNOTATE),
                "Please don't shout: use fewer capital letters."));
    }
}
