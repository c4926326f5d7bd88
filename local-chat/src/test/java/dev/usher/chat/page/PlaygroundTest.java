// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.archive.Archive;
import dev.usher.chat.invoke.FaultyInvoker;
import dev.usher.chat.invoke.Invocation;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.ServiceModel;
import dev.usher.chat.service.ChatService;
import dev.usher.chat.service.ChatToken;
import dev.usher.chat.service.Peer;
import dev.usher.chat.service.Session;
import dev.usher.chat.service.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PlaygroundTest {
    private final AtomicReference<String> answer = new AtomicReference<>(
            "{\"ReviewResult\":\"ALLOW\",\"Content\":\"h*\"}");
    private final AtomicReference<String> rules = new AtomicReference<>("old");
    private final AtomicReference<String> saved = new AtomicReference<>("");
    private final FaultyInvoker functions = new FaultyInvoker(
            (arn, payload, limit) -> new Invocation.Answered(answer.get().getBytes(StandardCharsets.UTF_8)));
    private final ServiceModel model = ServiceModel.load();
    private final ChatService chat = new ChatService(model, new Settings("us-west-2", "123456789012",
            InstantSource.system(), System::nanoTime, Duration.ofSeconds(10), Duration.ofMinutes(1), false,
            true),
            functions, Archive.none());
    private final Playground page = new Playground(chat, functions, new Playground.Hooks(
            event -> ("{\"steps\":[{\"rule\":\"seen\",\"verdict\":\"PASS\",\"note\":"
                    + new String(event, StandardCharsets.UTF_8) + "}]}").getBytes(StandardCharsets.UTF_8),
            new Desk(), "arn:aws:lambda:us-west-2:123456789012:function:review"), Duration.ofSeconds(10));

    @Test
    void tellsWhatBecameOfAMessage() throws Exception {
        String room = room();
        say(room, "hi");
        ObjectNode entry = lastMessage();
        assertThat(entry.path("outcome").asText()).isEqualTo("EDITED");
        assertThat(entry.at("/written/Content").asText()).isEqualTo("hi");
        assertThat(entry.at("/seen/Content").asText()).isEqualTo("h*");
        assertThat(entry.path("event").asText()).contains("\"Content\":\"hi\"");
        assertThat(entry.path("response").asText()).isEqualTo(answer.get());
        assertThat(call("people", Json.object().put("roomArn", room))).isEqualTo(
                Json.readObject("{\"connections\":{\"ann\":1}}").orElseThrow());
    }

    @Test
    void reviewsAMessageAgainWithoutTellingAnyone() throws Exception {
        say(room(), "hi");
        long number = lastMessage().path("number").asLong();
        answer.set("{\"ReviewResult\":\"DENY\",\"Attributes\":{\"Reason\":\"new rules\"}}");
        ObjectNode again = call("replay", Json.object().put("number", number));
        assertThat(again.path("outcome").asText()).isEqualTo("DENY");
        assertThat(again.path("reason").asText()).isEqualTo("new rules");
        assertThat(chat.counters().count("AWS/Lambda Invocations")).isEqualTo(1);
        assertThat(chat.journal().lastNumber()).isEqualTo(number);
    }

    @Test
    void explainsWithTheEventThatTheHandlerHad() throws Exception {
        say(room(), "hi");
        ObjectNode entry = lastMessage();
        ObjectNode explained = call("explain", Json.object().put("number", entry.path("number").asLong()));
        assertThat(explained.at("/steps/0/note"))
                .isEqualTo(Json.readObject(entry.path("event").asText()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"delay, 50, delay 50", "delay, -1, delay 0", "throw, 0, throw", "garbage, 0, garbage",
        "crash, 0, crash", "none, 0, ''", "other, 0, ''"})
    void injectsFaults(String kind, int millis, String fault) throws Exception {
        assertThat(
                call("fault", Json.object().put("kind", kind).put("millis", millis)).path("fault").asText())
                .isEqualTo(fault);
    }

    @Test
    void appliesAndSavesRulesOnlyWhereNothingIsWrongWithThem() throws Exception {
        assertThat(call("rules", Json.object()).path("rules").asText()).isEqualTo("old");
        ObjectNode faults = call("applyRules", Json.object().put("rules", "bad"));
        assertThat(faults.at("/faults/0/path").asText()).isEqualTo("rules[0]");
        assertThat(call("saveRules", Json.object().put("rules", "bad")).path("faults")).hasSize(1);
        assertThat(call("checkRules", Json.object().put("rules", "new")).path("faults")).isEmpty();
        assertThat(rules).hasValue("old");
        call("applyRules", Json.object().put("rules", "new"));
        assertThat(rules).hasValue("new");
        assertThat(saved).hasValue("");
        call("saveRules", Json.object().put("rules", "newer"));
        assertThat(saved).hasValue("newer");
    }

    @Test
    void hasNothingToSayOfWhatIsGone() throws Exception {
        for (String name : List.of("replay", "explain")) {
            assertThat(page.call(name, Json.object().put("number", 7))).isEmpty();
        }
        assertThat(page.call("nothing", Json.object())).isEmpty();
    }

    @Test
    void doesWithoutHooks() throws Exception {
        Playground plain = new Playground(chat, functions, new Playground.Hooks(null, null, "arn"),
                Duration.ofSeconds(1));
        say(room(), "hi");
        assertThat(plain.call("explain", Json.object().put("number", chat.journal().lastNumber()))).isEmpty();
        assertThat(plain.call("rules", Json.object())).isEmpty();
        assertThat(plain.call("state", Json.object()).orElseThrow().path("rules").asBoolean()).isFalse();
    }

    @Test
    void givesOutItsFilesAndNoOthers() {
        assertThat(page.file("page.js")).isPresent();
        assertThat(page.file("index.html")).isEmpty();
        assertThat(page.file("../LocalChat.class")).isEmpty();
        assertThat(new String(page.index().content(), StandardCharsets.UTF_8)).doesNotContain("{{secret}}")
                .doesNotContain("//cdn").contains("/-/page.js");
    }

    /** Rules of which only "bad" is wrong. */
    private final class Desk implements RulesDesk {
        @Override
        public String rules() {
            return rules.get();
        }

        @Override
        public List<RuleFault> check(String given) {
            return given.equals("bad") ? List.of(new RuleFault("rules[0]", "bad")) : List.of();
        }

        @Override
        public void apply(String given) {
            rules.set(given);
        }

        @Override
        public void save(String given) {
            saved.set(given);
        }
    }

    private ObjectNode call(String name, ObjectNode input) throws Exception {
        return page.call(name, input).orElseThrow();
    }

    private String room() {
        return operation("CreateRoom",
                "{\"messageReviewHandler\":{\"uri\":\"arn:aws:lambda:us-west-2:123456789012:function:review\"}}")
                .path("arn").asText();
    }

    private void say(String room, String words) throws InterruptedException {
        String value = operation("CreateChatToken", "{\"roomIdentifier\":\"" + room
                + "\",\"userId\":\"ann\",\"capabilities\":[\"SEND_MESSAGE\"]}").path("token").asText();
        ChatToken token = chat.messaging().redeem(value).orElseThrow();
        Session session = chat.messaging().open(token, "127.0.0.1", new Peer() {
            @Override
            public void send(String frame) {}

            @Override
            public void close(int code, String reason) {}
        });
        CountDownLatch done = new CountDownLatch(1);
        chat.messaging().receive(session, "{\"Action\":\"SEND_MESSAGE\",\"Content\":\"" + words + "\"}",
                done::countDown);
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private ObjectNode lastMessage() throws Exception {
        return (ObjectNode) call("journal", Json.object().put("after", chat.journal().lastNumber() - 1))
                .at("/entries/0");
    }

    private ObjectNode operation(String name, String input) {
        return chat.controlPlane().call(model.operation(name),
                new dev.usher.chat.model.Routed(model.operation(name), "")
                        .input(input.getBytes(StandardCharsets.UTF_8), null),
                "us-west-2");
    }
}
