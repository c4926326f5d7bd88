// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import dev.usher.review.Mode;
import dev.usher.review.ReviewResult;
import dev.usher.review.ReviewRule;
import dev.usher.review.RoomArn;
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
            checkVersion(file.member("version"));
            JsonCursor rules = file.member("rules");
            JsonCursor named = file.member("chains");
            if (rules.isMissing() == named.isMissing()) {
                throw file.error("expected either \"rules\" or \"chains\"");
            }
            if (named.isMissing()) {
                chains.put(RuleSet.DEFAULT_CHAIN, chain(RuleSet.DEFAULT_CHAIN, rules));
            } else {
                chains(named, chains);
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

    private void checkVersion(JsonCursor version) {
        try {
            version.integer(VERSION, VERSION);
        } catch (JsonException other) {
            faults.add(version.expected(String.valueOf(VERSION)).getMessage());
        }
    }

    private void chains(JsonCursor named, Map<String, RuleChain> chains) throws JsonException {
        for (String name : named.names()) {
            chains.put(name, chain(name, named.member(name)));
        }
        if (!chains.containsKey(RuleSet.DEFAULT_CHAIN)) {
            faults.add(
                    named.member(RuleSet.DEFAULT_CHAIN).expected("a chain for the rooms that are not named")
                            .getMessage());
        }
    }

    private Map<String, String> rooms(JsonCursor rooms, Map<String, RuleChain> chains) throws JsonException {
        if (rooms.isMissing()) {
            return Map.of();
        }
        Map<String, String> read = rooms.strings();
        for (Map.Entry<String, String> room : read.entrySet()) {
            if (!isRoom(room.getKey())) {
                faults.add(rooms.member(room.getKey()).error("no room's ARN or id").getMessage());
            }
            if (!chains.containsKey(room.getValue())) {
                faults.add(rooms.member(room.getKey()).expected(
                        "the name of a chain: " + String.join(", ", chains.keySet())).getMessage());
            }
        }
        return read;
    }

    /** An id has 12 letters and digits in the live service; a stand-in's may be another, but has no colon. */
    private static boolean isRoom(String name) {
        if (name.indexOf(':') < 0) {
            return !name.isEmpty();
        }
        try {
            new RoomArn(name);
            return true;
        } catch (IllegalArgumentException noArn) {
            return false;
        }
    }

    private RuleChain chain(String name, JsonCursor rules) {
        RuleChain.Builder chain = RuleChain.builder().fallbackResult(defaults.fallbackResult())
                .maximumMessageLength(defaults.maximumMessageLength());
        Set<String> ids = new HashSet<>();
        try {
            for (JsonCursor rule : rules.elements()) {
                RuleChain.Entry entry = rule(name, rule, ids);
                if (entry != null) {
                    chain.add(entry);
                }
            }
        } catch (JsonException noArray) {
            faults.add(noArray.getMessage());
        }
        return chain.build();
    }

    /** A rule in its place; null where it has a fault, and then all its faults are noted. */
    private RuleChain.@Nullable Entry rule(String chain, JsonCursor rule, Set<String> ids) {
        int before = faults.size();
        try {
            Members.noteUnknown(rule, RULE_MEMBERS, faults);
            String id = id(rule.member("id"), ids);
            JsonCursor description = rule.member("description");
            if (!description.isMissing() && !description.isString()) {
                faults.add(description.expected("a string").getMessage());
            }
            Mode mode = Mode.valueOf(oneOf(rule.member("mode"), "enforce", List.of("enforce", "observe")));
            String own = oneOf(rule.member("fallbackResult"), "", List.of("ALLOW", "DENY"));
            ReviewResult fallbackResult = own.isEmpty() ? null : ReviewResult.valueOf(own);
            Condition only = condition(rule.member("when"));
            Condition exempt = condition(rule.member("unless"));
            ReviewRule made = make(rule);
            if (made == null || faults.size() > before) {
                return null;
            }
            lines.add(new RuleLine(chain, id, rule.member("type").string(), mode,
                    fallbackResult == null ? defaults.fallbackResult() : fallbackResult, said(only, exempt)));
            ReviewRule sometimes = only == null ? made : made.when(only);
            return new RuleChain.Entry(id, exempt == null ? sometimes : sometimes.unless(exempt), mode,
                    fallbackResult);
        } catch (JsonException fault) {
            faults.add(fault.getMessage());
            return null;
        }
    }

    private String id(JsonCursor id, Set<String> ids) {
        try {
            if (!RuleChain.Entry.isKebabCase(id.string())) {
                throw id.expected("kebab-case such as blocked-words");
            }
            if (!ids.add(id.string())) {
                throw id.error("the id \"" + id.string() + "\" is taken in this chain");
            }
            return id.string();
        } catch (JsonException fault) {
            faults.add(fault.getMessage());
            return "";
        }
    }

    private @Nullable Condition condition(JsonCursor condition) {
        try {
            return condition.isMissing() ? null : Condition.read(condition, faults);
        } catch (JsonException fault) {
            faults.add(fault.getMessage());
            return null;
        }
    }

    private static String said(@Nullable Condition only, @Nullable Condition exempt) {
        return (only == null ? "" : "when " + only) + (only == null || exempt == null ? "" : ", ")
                + (exempt == null ? "" : "unless " + exempt);
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

    /** The upper-case name of the value, where it is one of those allowed; of the default where it is not. */
    private String oneOf(JsonCursor value, String defaultValue, List<String> allowed) throws JsonException {
        boolean sound = value.isString() && allowed.contains(value.string());
        if (!sound && !value.isMissing()) {
            faults.add(value.expected("one of " + String.join(", ", allowed)).getMessage());
        }
        return (sound ? value.string() : defaultValue).toUpperCase(Locale.ROOT);
    }
}
