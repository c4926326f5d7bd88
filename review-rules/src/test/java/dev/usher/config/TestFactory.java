// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.review.ReviewRule;
import dev.usher.review.Verdict;
import java.time.Duration;

/** A factory with an option of each kind, whose rule denies everything. */
record TestFactory(String type) implements RuleFactory {
    enum Colour {
        RED,
        DARK_BLUE
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        options.string("name", "");
        options.strings("names");
        options.stringLists("lists");
        options.flag("flag", false);
        options.integer("count", 1, 0, 9);
        options.decimal("share", 0.5, 0, 1);
        options.oneOf("colour", Colour.RED);
        Duration window = options.duration("window", Duration.ofSeconds(10));
        return (request, deadline) -> Verdict.deny("not within " + window);
    }
}
