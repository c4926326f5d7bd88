// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.review.Mode;
import dev.usher.review.ReviewResult;
import dev.usher.review.ReviewRule;
import dev.usher.review.RuleChain;
import dev.usher.rules.Action;
import dev.usher.rules.BlockedWords;
import dev.usher.rules.EmojiOptions;
import dev.usher.rules.LinkOptions;
import dev.usher.rules.PersonalDataOptions;
import dev.usher.rules.RepetitionOptions;
import dev.usher.rules.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The function's {@code rules.json}, word for word, as code: the file's way through class loader, service loader and
 * JSON takes a cold start 15 to 25 ms more. The file is what people read and copy; a test of the handler holds the
 * two together.
 */
final class ShippedRules {
    private final RuleSet.Defaults defaults;
    private final RuleChain.Builder chain;
    private final List<RuleLine> lines = new ArrayList<>();
    private final Condition trusted = new Condition(List.of(),
            Map.of("role", List.of("moderator", "broadcaster")));

    ShippedRules(RuleSet.Defaults defaults) {
        this.defaults = defaults;
        this.chain = RuleChain.builder().fallbackResult(defaults.fallbackResult())
                .maximumMessageLength(defaults.maximumMessageLength());
    }

    RuleSet rules() {
        add("plain-characters", "zalgo",
                Rules.zalgo(4, true).then(Action.remove("Please write with plain characters.")));
        add("blocked-words", "blocked-words", Rules.blockedWords(BlockedWords.ENGLISH)
                .then(Action.deny("Please mind your language.")));
        addUnlessTrusted("links", Mode.ENFORCE, Rules.links(LinkOptions.ALL.allowing("youtube.com",
                "youtu.be", "twitch.tv", "wikipedia.org", "giphy.com", "tenor.com"))
                .then(Action.deny(
                        "Links aren't allowed in this chat. Please send your message without the link.")));
        add("personal-data", "personal-data",
                Rules.personalData(PersonalDataOptions.ALL).then(Action.mask()));
        addUnlessTrusted("repetition", Mode.ENFORCE, Rules.repetition(new RepetitionOptions(12, 6, 3))
                .then(Action.remove("Please don't repeat yourself so often.")));
        addUnlessTrusted("mentions", Mode.ENFORCE, Rules.mentions(5)
                .then(Action.deny("Please mention no more than five people at once.")));
        addUnlessTrusted("emoji", Mode.ENFORCE, Rules.emoji(new EmojiOptions(20, 1, 5))
                .then(Action.remove("Please use fewer emoji.")));
        addUnlessTrusted("shouting", Mode.OBSERVE, Rules.shouting(0.8, 20)
                .then(Action.deny("Please don't shout: use fewer capital letters.")));
        Map<String, RuleChain> chains = new LinkedHashMap<>();
        chains.put(RuleSet.DEFAULT_CHAIN, chain.build());
        return new RuleSet(chains, Map.of(), List.copyOf(lines));
    }

    private void add(String id, String type, ReviewRule rule) {
        add(id, type, Mode.ENFORCE, rule, "");
    }

    /** The id is the type's name. */
    private void addUnlessTrusted(String id, Mode mode, ReviewRule rule) {
        add(id, id, mode, rule.unless(trusted), "unless " + trusted);
    }

    private void add(String id, String type, Mode mode, ReviewRule rule, String condition) {
        ReviewResult fallbackResult = defaults.fallbackResult();
        chain.add(new RuleChain.Entry(id, rule, mode, null));
        lines.add(new RuleLine(RuleSet.DEFAULT_CHAIN, id, type, mode, fallbackResult, condition));
    }
}
