// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import dev.usher.review.Mode;
import dev.usher.review.ReviewResult;
import dev.usher.review.ReviewRule;
import dev.usher.review.RuleChain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rules file and collects its faults. One file an instance.
 *
 * <p>The grammar, in the words of docs/rules.schema.json:
 * <pre>
 * file  = { "version": 1, ( "rules": [rule...] | "chains": { name: [rule...], ... }, "rooms": { room: name, ... } ) }
 * rule  = { "id", "type", "description"?, "mode"?, "fallbackResult"?, "when"?, "unless"?, "options"? }
 * </pre>
 */
final class RulesFile {
    private static final int VERSION = 1;
    private static final List<String> FILE_MEMBERS = List.of("$schema", "version", "rules", "chains",
            "rooms");
    private static final List<String> RULE_MEMBERS = List.of("id", "type", "description", "mode",
            "fallbackResult", "when", "unless", "options");

    private final RuleFactories factories;
    private final RuleServices services;
    private final RuleSet.Defaults defaults;
    private final List<String> faults = new ArrayList<>();
    private final List<RuleLine> lines = new ArrayList<>();

    RulesFile(RuleFactories factories, RuleServices services, RuleSet.Defaults defaults) {
        this.factories = factories;
        this.services = services;
        this.defaults = defaults;
    }

    RuleSet read(byte[] bytes) throws RulesException {
        Map<String, RuleChain> chains = new LinkedHashMap<>();
        Map<String, String> rooms = Map.of();
        try {
            JsonCursor file = JsonCursor.root(JsonReader.read(bytes, JsonReader.Limits.DEFAULT));
            Members.noteUnknown(file, FILE_MEMBERS, faults);
            file.member("version").integer(VERSION, VERSION);
            JsonCursor rules = file.member("rules");
            JsonCursor named = file.member("chains");
            if (rules.isMissing() == named.isMissing()) {
                throw file.error("expected either \"rules\" or \"chains\"");
            }
            if (named.isMissing()) {
                chains.put(RuleSet.DEFAULT_CHAIN, chain(RuleSet.DEFAULT_CHAIN, rules));
            } else {
                for (String name : named.names()) {
                    chains.put(name, chain(name, named.member(name)));
                }
                if (!chains.containsKey(RuleSet.DEFAULT_CHAIN)) {
                    throw named.member(RuleSet.DEFAULT_CHAIN)
                            .expected("a chain for the rooms that are not named");
                }
            }
            rooms = rooms(file.member("rooms"), chains);
        } catch (JsonException fault) {
            faults.add(fault.getMessage());
        }
        if (!faults.isEmpty()) {
            throw new RulesException(faults);
        }
        return new RuleSet(chains, rooms, List.copyOf(lines));
    }

    private Map<String, String> rooms(JsonCursor rooms, Map<String, RuleChain> chains) throws JsonException {
        if (rooms.isMissing()) {
            return Map.of();
        }
        Map<String, String> read = rooms.strings();
        for (Map.Entry<String, String> room : read.entrySet()) {
            if (!chains.containsKey(room.getValue())) {
                faults.add(rooms.member(room.getKey()).expected(
                        "the name of a chain: " + String.join(", ", chains.keySet())).getMessage());
            }
        }
        return read;
    }

    private RuleChain chain(String name, JsonCursor rules) throws JsonException {
        RuleChain.Builder chain = RuleChain.builder().fallbackResult(defaults.fallbackResult())
                .maximumMessageLength(defaults.maximumMessageLength());
        Set<String> ids = new HashSet<>();
        for (JsonCursor rule : rules.elements()) {
            try {
                RuleChain.Entry entry = rule(name, rule);
                if (entry != null) {
                    if (!ids.add(entry.id())) {
                        throw rule.member("id").error("the id \"" + entry.id() + "\" is taken in this chain");
                    }
                    chain.add(entry);
                }
            } catch (JsonException fault) {
                faults.add(fault.getMessage());
            }
        }
        return chain.build();
    }

    /** A rule in its place; null where it has a fault that was noted. */
    private RuleChain.@Nullable Entry rule(String chain, JsonCursor rule) throws JsonException {
        Members.noteUnknown(rule, RULE_MEMBERS, faults);
        JsonCursor id = rule.member("id");
        if (!RuleChain.Entry.isKebabCase(id.string())) {
            throw id.expected("kebab-case such as blocked-words");
        }
        JsonCursor description = rule.member("description");
        if (!description.isMissing()) {
            description.string();
        }
        Mode mode = Mode.valueOf(oneOf(rule.member("mode"), "enforce", List.of("enforce", "observe")));
        String own = oneOf(rule.member("fallbackResult"), "", List.of("ALLOW", "DENY"));
        ReviewResult fallbackResult = own.isEmpty() ? null : ReviewResult.valueOf(own);
        JsonCursor when = rule.member("when");
        JsonCursor unless = rule.member("unless");
        Condition only = when.isMissing() ? null : Condition.read(when, faults);
        Condition exempt = unless.isMissing() ? null : Condition.read(unless, faults);
        ReviewRule made = make(rule);
        if (made == null) {
            return null;
        }
        if (only != null) {
            made = made.when(only);
        }
        if (exempt != null) {
            made = made.unless(exempt);
        }
        String condition = (only == null ? "" : "when " + only)
                + (only == null || exempt == null ? "" : ", ")
                + (exempt == null ? "" : "unless " + exempt);
        lines.add(new RuleLine(chain, id.string(), rule.member("type").string(), mode,
                fallbackResult == null ? defaults.fallbackResult() : fallbackResult, condition));
        return new RuleChain.Entry(id.string(), made, mode, fallbackResult);
    }

    private @Nullable ReviewRule make(JsonCursor rule) throws JsonException {
        JsonCursor type = rule.member("type");
        RuleFactory factory = factories.of(type.string());
        if (factory == null) {
            throw type.expected("one of " + String.join(", ", factories.types()));
        }
        int before = faults.size();
        RuleOptions options = new RuleOptions(rule.memberOrEmpty("options"), faults);
        try {
            ReviewRule made = factory.create(options, services);
            options.noteUnknown();
            return faults.size() == before ? made : null;
        } catch (RuntimeException refused) {
            if (faults.size() == before) {
                throw rule.error(String.valueOf(refused.getMessage()));
            }
            return null;
        }
    }

    /** The upper-case name of the value, where it is one of those allowed or missing. */
    private static String oneOf(JsonCursor value, String defaultValue, List<String> allowed)
            throws JsonException {
        if (value.isMissing()) {
            return upperCase(defaultValue);
        }
        if (!value.isString() || !allowed.contains(value.string())) {
            throw value.expected("one of " + String.join(", ", allowed));
        }
        return upperCase(value.string());
    }

    private static String upperCase(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
