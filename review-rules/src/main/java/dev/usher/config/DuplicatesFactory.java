// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.Message;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Action;
import dev.usher.rules.DuplicatesOptions;
import dev.usher.rules.Rules;
import java.time.Duration;
import java.util.List;

/** See {@link Rules#duplicates}. */
final class DuplicatesFactory implements RuleFactory {
    @Override
    public String type() {
        return "duplicates";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int perUser = options.integer("perUser", 2, 0, 1000);
        int perRoom = options.integer("perRoom", 5, 0, 1000);
        Duration window = options.duration("window", Duration.ofSeconds(30));
        boolean near = options.flag("near", true);
        int letters = options.integer("minimumLetters", 12, 1, Message.MAX_CONTENT_LENGTH);
        List<String> allow = options.strings("allow");
        Action action = options.action(ActionType.DENY, List.of(ActionType.DENY, ActionType.ANNOTATE),
                "This has been said already.");
        return Rules.duplicates(services.state().counters(), options.owner(),
                new DuplicatesOptions(perUser, perRoom, window, near, letters, allow), action);
    }
}
