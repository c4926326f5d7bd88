// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.Message;
import dev.usher.review.ReviewRule;
import dev.usher.rules.RepetitionOptions;
import dev.usher.rules.Rules;
import java.util.List;

/** See {@link Rules#repetition}. */
final class RepetitionFactory implements RuleFactory {
    @Override
    public String type() {
        return "repetition";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        RepetitionOptions standard = RepetitionOptions.STANDARD;
        int characters = options.integer("characters", standard.characters(), 0, Message.MAX_CONTENT_LENGTH);
        int words = options.integer("words", standard.words(), 0, Message.MAX_CONTENT_LENGTH);
        int lines = options.integer("lines", standard.lines(), 0, Message.MAX_CONTENT_LENGTH);
        return Rules.repetition(new RepetitionOptions(characters, words, lines)).then(options.action(
                ActionType.DENY, List.of(ActionType.DENY, ActionType.REMOVE, ActionType.ANNOTATE),
                "Please don't repeat yourself so often."));
    }
}
