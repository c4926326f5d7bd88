// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.review.ReviewResult;
import dev.usher.review.RoomArn;
import dev.usher.review.RuleChain;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chains of a rules file, and which room goes by which. Immutable, thread-safe. */
public final class RuleSet {
    /** The name of the chain for rooms that the file does not name. */
    public static final String DEFAULT_CHAIN = "default";

    private final Map<String, RuleChain> chains;
    private final Map<String, String> rooms;
    private final List<RuleLine> lines;

    RuleSet(Map<String, RuleChain> chains, Map<String, String> rooms, List<RuleLine> lines) {
        this.chains = chains;
        this.rooms = rooms;
        this.lines = lines;
    }

    /**
     * What holds for rules that say nothing of their own; room and handler take it from one place.
     *
     * @param fallbackResult what a failed rule counts as
     * @param maximumMessageLength the rooms' limit on content, in code points, 1 to 500
     */
    public record Defaults(ReviewResult fallbackResult, int maximumMessageLength) {
        /** Fails closed, and takes the service's own limit. */
        public static final Defaults STANDARD = new Defaults(ReviewResult.DENY, 500);
    }

    /**
     * Makes all chains of a rules file.
     *
     * @throws RulesException with every fault of the file, where it has one
     */
    public static RuleSet read(byte[] file, RuleServices services, Defaults defaults) throws RulesException {
        return new RulesFile(RuleFactories.found(), services, defaults).read(file);
    }

    /** The rules that ship with the function, made without a file; see {@link ShippedRules}. */
    public static RuleSet shipped(Defaults defaults) {
        return new ShippedRules(defaults).rules();
    }

    /** The chain for a room: that of its ARN, else of its id, else the default one. */
    public RuleChain chainFor(RoomArn room) {
        String name = rooms.isEmpty() ? null : rooms.getOrDefault(room.value(), rooms.get(room.id()));
        return chain(name == null ? DEFAULT_CHAIN : name);
    }

    /** The names of the chains, in the order of the file. */
    public Set<String> chains() {
        return Collections.unmodifiableSet(chains.keySet());
    }

    /** Which room, by ARN or id, goes by which chain; empty where all go by the default one. */
    public Map<String, String> rooms() {
        return Collections.unmodifiableMap(rooms);
    }

    /** All rules, in the order in which they stand in the file. */
    public List<RuleLine> lines() {
        return lines;
    }

    private RuleChain chain(String name) {
        @Nullable RuleChain chain = chains.get(name);
        if (chain == null) {
            throw new IllegalStateException("checked when the file was read");
        }
        return chain;
    }
}
