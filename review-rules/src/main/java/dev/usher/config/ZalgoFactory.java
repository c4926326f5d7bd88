// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Rules;
import java.util.List;

/** See {@link Rules#zalgo}. */
final class ZalgoFactory implements RuleFactory {
    private static final int MOST_MARKS = 20;

    @Override
    public String type() {
        return "zalgo";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int marks = options.integer("marks", 4, 1, MOST_MARKS);
        boolean invisible = options.flag("invisible", true);
        return Rules.zalgo(marks, invisible).then(options.action(ActionType.REMOVE,
                List.of(ActionType.DENY, ActionType.REMOVE, ActionType.ANNOTATE),
                "Please use plain characters."));
    }
}
