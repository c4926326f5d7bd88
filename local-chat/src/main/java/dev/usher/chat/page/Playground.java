// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.invoke.Fault;
import dev.usher.chat.invoke.FaultyInvoker;
import dev.usher.chat.model.Json;
import dev.usher.chat.service.ChatService;
import dev.usher.chat.service.Journal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the page may ask. Thread-safe. */
public final class Playground {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_DELAY = 60_000;
    private final String secret = UUID.randomUUID().toString();
    private final PageFiles files = new PageFiles(secret);
    private final ChatService chat;
    private final FaultyInvoker functions;
    private final Hooks hooks;
    private final Duration reviewLimit;

    /**
     * What only the maker of the handler can give; the first two may be null.
     *
     * @param functionArn of the handler that new rooms get
     */
    public record Hooks(@Nullable Explainer explainer, @Nullable RulesDesk rulesDesk, String functionArn) {}

    /** Takes what it watches, and what it may break on purpose. */
    public Playground(ChatService chat, FaultyInvoker functions, Hooks hooks, Duration reviewLimit) {
        this.chat = chat;
        this.functions = functions;
        this.hooks = hooks;
        this.reviewLimit = reviewLimit;
    }

    /** Whether a call comes from the page that this server gave out, and not from another that guesses. */
    public boolean isOurPage(@Nullable String proof) {
        return proof != null && MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8),
                proof.getBytes(StandardCharsets.UTF_8));
    }

    /** The page itself. */
    public PageFile index() {
        return files.index();
    }

    /** A file that the page loads. */
    public Optional<PageFile> file(String name) {
        return files.find(name);
    }

    /** Answers one call of the page; empty for a call that there is not, or about an entry that is gone. */
    public Optional<ObjectNode> call(String name, ObjectNode input) throws Exception {
        return switch (name) {
            case "state" -> Optional.of(state());
            case "journal" -> Optional.of(journal(input.path("after").asLong()));
            case "people" -> Optional.of(people(input.path("roomArn").asText()));
            case "replay" -> replay(input.path("number").asLong());
            case "explain" -> explain(input.path("number").asLong());
            case "fault" -> Optional.of(inject(input));
            case "rules" -> rules();
            case "checkRules", "applyRules", "saveRules" -> change(name, input.path("rules").asText());
            default -> Optional.empty();
        };
    }

    private ObjectNode state() {
        return Json.object().put("number", chat.journal().lastNumber())
                .put("reviewLimitMillis", reviewLimit.toMillis()).put("explains", hooks.explainer() != null)
                .put("rules", hooks.rulesDesk() != null)
                .put("functionArn", hooks.functionArn()).put("fault", name(functions.fault()));
    }

    /** Who is in a room, by whatever client. */
    private ObjectNode people(String roomArn) {
        ObjectNode connections = Json.object();
        chat.messaging().userIds(roomArn)
                .forEach(userId -> connections.put(userId, connections.path(userId).asInt() + 1));
        return Json.object().set("connections", connections);
    }

    private ObjectNode journal(long after) throws InterruptedException {
        ObjectNode answer = Json.object();
        ArrayNode entries = answer.putArray("entries");
        for (Journal.Entry entry : chat.journal().after(after, PATIENCE)) {
            entries.add(entry.told().deepCopy().put("number", entry.number()));
        }
        answer.set("counters", chat.counters().snapshot());
        return answer.put("fault", name(functions.fault()));
    }

    private Optional<ObjectNode> replay(long number) throws InterruptedException {
        Optional<Journal.Reviewed> reviewed = reviewed(number);
        return reviewed.isEmpty() ? Optional.empty() : chat.reviewAgain(reviewed.get());
    }

    private Optional<ObjectNode> explain(long number) throws Exception {
        Explainer explainer = hooks.explainer();
        Optional<Journal.Reviewed> reviewed = reviewed(number);
        if (explainer == null || reviewed.isEmpty()) {
            return Optional.empty();
        }
        return Json.readObject(explainer
                .explain(reviewed.get().judgement().event().getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<Journal.Reviewed> reviewed(long number) {
        return chat.journal().find(number).flatMap(Journal.Entry::reviewed);
    }

    private ObjectNode inject(ObjectNode input) {
        int millis = Math.clamp(input.path("millis").asInt(), 0, LONGEST_DELAY);
        functions.inject(Optional.ofNullable(switch (input.path("kind").asText()) {
            case "delay" -> new Fault.Delay(Duration.ofMillis(millis));
            case "throw" -> new Fault.Throw();
            case "garbage" -> new Fault.Garbage();
            case "crash" -> new Fault.Crash();
            default -> null;
        }));
        return state();
    }

    private Optional<ObjectNode> rules() {
        RulesDesk desk = hooks.rulesDesk();
        return desk == null ? Optional.empty() : Optional.of(Json.object().put("rules", desk.rules()));
    }

    /** Checks the rules and, if nothing is wrong with them, does what the call is named for. */
    private Optional<ObjectNode> change(String call, String rules) throws Exception {
        RulesDesk desk = hooks.rulesDesk();
        if (desk == null) {
            return Optional.empty();
        }
        ObjectNode answer = Json.object();
        ArrayNode faults = answer.putArray("faults");
        desk.check(rules)
                .forEach(fault -> faults.addObject().put("path", fault.path()).put("message",
                        fault.message()));
        if (faults.isEmpty() && call.equals("applyRules")) {
            desk.apply(rules);
        } else if (faults.isEmpty() && call.equals("saveRules")) {
            desk.save(rules);
        }
        return Optional.of(answer);
    }

    private static String name(Optional<Fault> fault) {
        return fault.map(there -> switch (there) {
            case Fault.Delay delay -> "delay " + delay.by().toMillis();
            case Fault.Throw thrown -> "throw";
            case Fault.Garbage garbage -> "garbage";
            case Fault.Crash crash -> "crash";
        }).orElse("");
    }
}
