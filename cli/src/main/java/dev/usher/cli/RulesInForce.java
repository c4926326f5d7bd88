// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.invoke.InProcessFunction;
import dev.usher.chat.page.Explainer;
import dev.usher.chat.page.RulesDesk;
import dev.usher.config.RuleServices;
import dev.usher.config.RuleSet;
import dev.usher.config.RulesException;
import dev.usher.handler.Decision;
import dev.usher.handler.MessageReviewer;
import dev.usher.handler.Settings;
import dev.usher.review.Deadline;
import dev.usher.state.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The shipped handler inside this process, by rules that can be changed while it reviews. Thread-safe.
 *
 * <p>A message that is under review while the rules change is judged by those it began with. What rules remember is not
 * forgotten when they change, as long as their ids are the same. To explain a verdict counts nothing.
 */
final class RulesInForce implements InProcessFunction, Explainer, RulesDesk {
    private static final Duration DEADLINE = Settings.fromEnvironment(Map.of()).deadline();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RuleSet.Defaults defaults;
    private final @Nullable Path file;
    private final State state;
    private final Consumer<Decision> decisions;
    private volatile Rules rules;

    /** The same rules twice: those that explain look at what the others count. */
    private record Rules(String text, MessageReviewer reviewer, MessageReviewer explaining) {}

    private RulesInForce(RuleSet.Defaults defaults, @Nullable Path file, State state,
            Consumer<Decision> decisions, String text) throws RulesException {
        this.defaults = defaults;
        this.file = file;
        this.state = state;
        this.decisions = decisions;
        this.rules = made(text);
    }

    /**
     * Starts with the rules of the file, or with the shipped ones.
     *
     * @param state what rules remember
     * @param decisions is told of every message, before its sender is
     * @throws RulesException with every fault of the file
     */
    static RulesInForce of(@Nullable Path file, RuleSet.Defaults defaults, State state,
            Consumer<Decision> decisions) throws IOException, RulesException {
        return new RulesInForce(defaults, file, state, decisions,
                file == null ? shipped() : Files.readString(file));
    }

    private static String shipped() throws IOException {
        try (InputStream in = MessageReviewer.class.getResourceAsStream("rules.json")) {
            if (in == null) {
                throw new IOException("the shipped rules are not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Rules made(String text) throws RulesException {
        RuleServices services = file == null ? name -> {
            throw new IOException(
                    "files can be named only in rules that are a file themselves: start with --rules");
        } : RuleServices.beside(file);
        State looking = new State(new CountsLookedAt(state.counters()), state.bans());
        return new Rules(text, reviewer(text, services.with(state)),
                reviewer(text, services.with(looking)));
    }

    private MessageReviewer reviewer(String text, RuleServices services) throws RulesException {
        return new MessageReviewer(
                RuleSet.read(text.getBytes(StandardCharsets.UTF_8), services, defaults), defaults);
    }

    @Override
    public byte[] handle(byte[] event) {
        Decision decision = rules.reviewer().review(event, Deadline.after(DEADLINE));
        decisions.accept(decision);
        return decision.response();
    }

    @Override
    public byte[] explain(byte[] event) {
        return Steps.json(rules.explaining().review(event, Deadline.after(PATIENCE)));
    }

    /** Reviews a made-up message, so that the first real one does not wait for classes. */
    void warmUp() {
        byte[] event = SyntheticEvent.of("Hello everyone, see http://example.com", SyntheticEvent.ROOM, 1);
        Steps.json(rules.explaining().review(event, Deadline.after(PATIENCE)));
    }

    @Override
    public String rules() {
        return rules.text();
    }

    @Override
    public List<RuleFault> check(String text) {
        try {
            made(text);
            return List.of();
        } catch (RulesException faulty) {
            List<RuleFault> faults = new ArrayList<>();
            for (String fault : faulty.faults()) {
                int end = fault.indexOf(": ");
                faults.add(end < 0 ? new RuleFault("", fault)
                        : new RuleFault(fault.substring(0, end), fault.substring(end + 2)));
            }
            return faults;
        }
    }

    @Override
    public void apply(String text) throws RulesException {
        rules = made(text);
    }

    @Override
    public void save(String text) throws IOException, RulesException {
        if (file == null) {
            throw new UnsupportedOperationException(
                    "these are the rules that ship, and have no file: start with --rules FILE to save to it");
        }
        Rules made = made(text);
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".rules", ".json");
        try {
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        rules = made;
    }
}
