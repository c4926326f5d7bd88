// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in types. A factory's class is loaded only where a file names its type. */
final class BuiltIn {
    static final List<String> TYPES = List.of("bans", "blocked-words", "duplicates", "emoji", "length",
            "links",
            "mentions", "pattern", "personal-data", "raid", "rate-limit", "repetition", "scripts", "senders",
            "shouting",
            "slow-mode", "strikes", "zalgo");

    private BuiltIn() {}

    static @Nullable RuleFactory factory(String type) {
        return switch (type) {
            case "blocked-words" -> new BlockedWordsFactory();
            case "emoji" -> new EmojiFactory();
            case "length" -> new LengthFactory();
            case "links" -> new LinksFactory();
            case "mentions" -> new MentionsFactory();
            case "pattern" -> new PatternFactory();
            case "personal-data" -> new PersonalDataFactory();
            case "repetition" -> new RepetitionFactory();
            case "scripts" -> new ScriptsFactory();
            case "senders" -> new SendersFactory();
            case "shouting" -> new ShoutingFactory();
            case "zalgo" -> new ZalgoFactory();
            case "bans" -> new BansFactory();
            case "duplicates" -> new DuplicatesFactory();
            case "raid" -> new RaidFactory();
            case "rate-limit" -> new RateLimitFactory();
            case "slow-mode" -> new SlowModeFactory();
            case "strikes" -> new StrikesFactory();
            default -> null;
        };
    }
}
