// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Action;
import dev.usher.rules.Per;
import dev.usher.rules.Rules;
import java.time.Duration;
import java.util.List;

/** See {@link Rules#rateLimit}. */
final class RateLimitFactory implements RuleFactory {
    @Override
    public String type() {
        return "rate-limit";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int messages = options.integer("messages", 5, 1, 100_000);
        Duration window = options.duration("window", Duration.ofSeconds(10));
        Per per = options.oneOf("per", Per.USER);
        boolean everywhere = options.flag("everywhere", false);
        Action action = options.action(ActionType.DENY, List.of(ActionType.DENY, ActionType.ANNOTATE),
                "You are sending messages too fast. Please wait a little.");
        return Rules.rateLimit(services.state().counters(), options.owner(), per, everywhere, messages,
                window,
                action);
    }
}
