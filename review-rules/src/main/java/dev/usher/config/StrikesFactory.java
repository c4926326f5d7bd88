// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Action;
import dev.usher.rules.Per;
import dev.usher.rules.Rules;
import dev.usher.rules.StrikesOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** See {@link Rules#strikes}. */
final class StrikesFactory implements RuleFactory {
    @Override
    public String type() {
        return "strikes";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        Per per = options.oneOf("per", Per.USER, List.of(Per.USER, Per.IP));
        boolean everywhere = options.flag("everywhere", false);
        int strikes = options.integer("strikes", 3, 1, 1000);
        Duration window = options.duration("window", Duration.ofMinutes(10));
        Duration timeout = options.duration("timeout", Duration.ofMinutes(10));
        List<String> rules = options.strings("rules");
        Action action = options.action(ActionType.DENY, List.of(ActionType.DENY, ActionType.ANNOTATE),
                "Too many of your messages were refused. Please take a break.");
        return Rules.strikes(services.state().counters(), options.owner(),
                new StrikesOptions(per, everywhere, strikes, window, timeout, Set.copyOf(rules)), action);
    }
}
