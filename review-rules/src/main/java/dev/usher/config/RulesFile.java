// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import dev.usher.review.RoomArn;
import dev.usher.review.RuleChain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private final RuleSet.Defaults defaults;
    private final List<String> faults = new ArrayList<>();
    private final RuleReader reader;

    RulesFile(RuleFactories factories, RuleServices services, RuleSet.Defaults defaults) {
        this.defaults = defaults;
        this.reader = new RuleReader(factories, services, defaults.fallbackResult(), faults);
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
        return new RuleSet(chains, rooms, List.copyOf(reader.lines()));
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
                for (RuleChain.Entry entry : reader.rule(name, rule, ids)) {
                    chain.add(entry);
                }
            }
        } catch (JsonException noArray) {
            faults.add(noArray.getMessage());
        }
        return chain.build();
    }
}
