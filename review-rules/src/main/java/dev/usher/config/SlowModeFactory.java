// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Action;
import dev.usher.rules.Rules;
import java.time.Duration;
import java.util.List;

/** See {@link Rules#slowMode}. */
final class SlowModeFactory implements RuleFactory {
    @Override
    public String type() {
        return "slow-mode";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        Duration interval = options.duration("interval", Duration.ofSeconds(10));
        Action action = options.action(ActionType.DENY, List.of(ActionType.DENY, ActionType.ANNOTATE),
                "Slow mode is on in this room. Please wait a little.");
        return Rules.slowMode(services.state().counters(), options.owner(), interval, action);
    }
}
