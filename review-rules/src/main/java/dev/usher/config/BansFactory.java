// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Action;
import dev.usher.rules.Rules;
import dev.usher.state.Ban;
import dev.usher.state.BanList;
import dev.usher.state.BanStore;
import dev.usher.state.Banned;
import dev.usher.state.CachedBans;
import dev.usher.state.MemoryBanStore;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** See {@link Rules#bans}. */
final class BansFactory implements RuleFactory {
    private static final String UNTIL = " until ";

    @Override
    public String type() {
        return "bans";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        MemoryBanStore own = new MemoryBanStore(services.clock());
        read(options, "users", Banned.Kind.USER, own);
        read(options, "addresses", Banned.Kind.ADDRESSES, own);
        boolean shared = options.flag("shared", true);
        Duration maxStale = options.duration("maxStale", Duration.ofSeconds(30));
        Action action = options.action(ActionType.DENY, List.of(ActionType.DENY, ActionType.ANNOTATE),
                "You cannot write in this room.");
        List<BanList> lists = new ArrayList<>();
        lists.add(own);
        if (shared) {
            BanStore store = services.state().bans();
            lists.add(store.isBounded() ? store : new CachedBans(store, maxStale, services.clock()));
        }
        return Rules.bans(lists, action);
    }

    /** Each is written as the user id or the range, or as that with {@code " until "} and an instant. */
    private static void read(RuleOptions options, String name, Banned.Kind kind, MemoryBanStore bans) {
        List<String> said = options.strings(name);
        for (int i = 0; i < said.size(); i++) {
            String who = said.get(i);
            int at = who.lastIndexOf(UNTIL);
            Instant until = at < 0 ? null : instant(who.substring(at + UNTIL.length()));
            try {
                bans.add(new Ban(new Banned(kind, until == null ? who : who.substring(0, at)), until, ""));
            } catch (IllegalArgumentException fault) {
                options.fault(name, i, String.valueOf(fault.getMessage()));
            }
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            return null; // a part of the user id
        }
    }
}
