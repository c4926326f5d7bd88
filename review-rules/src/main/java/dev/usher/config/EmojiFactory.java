// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.Message;
import dev.usher.review.ReviewRule;
import dev.usher.rules.EmojiOptions;
import dev.usher.rules.Rules;
import java.util.List;

/** See {@link Rules#emoji}. */
final class EmojiFactory implements RuleFactory {
    @Override
    public String type() {
        return "emoji";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int maximum = options.integer("maximum", 10, 0, Message.MAX_CONTENT_LENGTH);
        double share = options.decimal("share", 1, 0, 1);
        int shareFrom = options.integer("shareFrom", 5, 0, Message.MAX_CONTENT_LENGTH);
        return Rules.emoji(new EmojiOptions(maximum, share, shareFrom)).then(options.action(ActionType.DENY,
                List.of(ActionType.DENY, ActionType.REMOVE, ActionType.ANNOTATE), "Please use fewer emoji."));
    }
}
