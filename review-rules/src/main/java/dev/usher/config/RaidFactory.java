// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Action;
import dev.usher.rules.Raid;
import dev.usher.rules.RaidOptions;
import dev.usher.rules.Rules;
import java.time.Duration;
import java.util.List;

/** See {@link Rules#raid}. */
final class RaidFactory implements RuleFactory {
    @Override
    public String type() {
        return "raid";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int newSenders = options.integer("newSenders", 30, 0, 100_000);
        double rise = options.decimal("rise", 3, 1, 1000);
        int denials = options.integer("denials", 30, 0, 100_000);
        Duration window = options.duration("window", Duration.ofSeconds(10));
        Duration duration = options.duration("duration", Duration.ofMinutes(2));
        Duration memory = options.duration("memory", Duration.ofHours(12));
        Duration learning = options.duration("learning", Duration.ofMinutes(2));
        boolean deny = options.flag("denyNewSenders", true);
        Action action = options.action(ActionType.DENY, List.of(ActionType.DENY, ActionType.ANNOTATE),
                "This room takes no new voices just now. Please try again in a few minutes.");
        Raid raid = Rules.raid(services.state().counters(), services.clock(), options.owner(),
                new RaidOptions(newSenders, rise, denials, atLeast(window), atLeast(duration), memory,
                        learning, deny),
                action);
        options.rules("rules", raid);
        return raid.rule();
    }

    /** Windows are numbered by their milliseconds, so there must be some. */
    private static Duration atLeast(Duration time) {
        return time.toMillis() > 0 ? time : Duration.ofMillis(1);
    }
}
