// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.invoke.Fault;
import dev.usher.chat.invoke.InProcessFunction;
import dev.usher.chat.invoke.InProcessInvoker;
import dev.usher.chat.invoke.Invocation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

final class ReviewTest {
    private static final String ARN = "arn:aws:lambda:us-west-2:123456789012:function:review";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void givesTheHandlerTheContractsEvent() throws Exception {
        BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
        try (LocalChat chat = LocalChat.builder().reviewLimit(PATIENCE).handler(event -> {
            events.add(event);
            return allow("hi");
        }).start()) {
            String room = room(chat, "DENY");
            try (ChatUser ann = ChatUser.connect(chat, room, "ann", "{\"role\":\"host\"}")) {
                ObjectNode seen = ann.send("""
                        {"Action":"SEND_MESSAGE","Content":"hi","Attributes":{"k":"v"}}""").next();
                byte[] event = events.poll(20, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                assertThat(ChatUser.json(new String(event, StandardCharsets.UTF_8)))
                        .isEqualTo(ChatUser.json("""
                                {"Content":"hi","MessageId":"%s","RoomArn":"%s","Attributes":{"k":"v"},
                                 "Sender":{"UserId":"ann","Ip":"127.0.0.1","Attributes":{"role":"host"}}}"""
                                .formatted(seen.path("Id").asText(), room)));
                assertThat(seen.has("RequestId")).isFalse();
            }
        }
    }

    @Test
    void deliversWhatTheHandlerMadeOfTheMessage() throws Exception {
        ObjectNode seen = sent("""
                {"ReviewResult":"ALLOW","Content":"h*","Attributes":{"edited":"yes"},"Other":1}""", "DENY");
        assertThat(ChatUser.lasting(seen)).isEqualTo(ChatUser.json("""
                {"Type":"MESSAGE","RequestId":"r","Content":"h*","Attributes":{"edited":"yes"},
                 "Sender":{"UserId":"ann","Attributes":{}}}"""));
    }

    @Test
    void takesTheHandlersAttributesAsAReplacement() throws Exception {
        assertThat(sent("{\"ReviewResult\":\"ALLOW\",\"Content\":\"hi\"}", "DENY").path("Attributes"))
                .isEmpty();
    }

    @Test
    void refusesADeniedMessageWithItsReason() throws Exception {
        ObjectNode error = sent("""
                {"ReviewResult":"DENY","Attributes":{"Reason":"no links, please"}}""", "ALLOW");
        assertThat(error.path("Type").asText()).isEqualTo("ERROR");
        assertThat(error.path("ErrorCode").intValue()).isEqualTo(406);
        assertThat(error.path("ErrorMessage").asText()).contains("no links, please");
        assertThat(error.path("RequestId").asText()).isEqualTo("r");
    }

    @Test
    void namesTheMessageThatWasDeniedByTheIdTheHandlerKnew() throws Exception {
        BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
        try (LocalChat chat = LocalChat.builder().reviewLimit(PATIENCE).handler(event -> {
            events.add(event);
            return utf8("{\"ReviewResult\":\"DENY\"}");
        }).start(); ChatUser ann = ChatUser.connect(chat, room(chat, "ALLOW"), "ann")) {
            ObjectNode error = ann.say("hi").next();
            byte[] event = events.poll(20, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(error.path("Id"))
                    .isEqualTo(ChatUser.json(new String(event, StandardCharsets.UTF_8)).path("MessageId"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}", "{\"ReviewResult\":\"allow\",\"Content\":\"a\"}",
        "{\"ReviewResult\":\"ALLOW\"}", "{\"ReviewResult\":\"ALLOW\",\"Content\":\"\"}",
        "{\"ReviewResult\":\"ALLOW\",\"Content\":7}",
        "{\"ReviewResult\":\"ALLOW\",\"Content\":\"a\",\"Attributes\":{\"k\":1}}",
        "{\"ReviewResult\":\"ALLOW\",\"Content\":\"a\",\"Attributes\":\"k\"}",
        "{\"ReviewResult\":\"DENY\",\"Attributes\":{\"Reason\":7}}"})
    void letsTheFallbackDecideOverAnInvalidResponse(String response) throws Exception {
        assertThat(sent(response, "ALLOW").path("Content").asText()).isEqualTo("hi");
        assertThat(sent(response, "DENY").path("ErrorCode").intValue()).isEqualTo(406);
    }

    @Test
    void letsTheFallbackDecideOverAnEditThatIsTooLong() throws Exception {
        assertThat(sent("{\"ReviewResult\":\"ALLOW\",\"Content\":\"" + "😀".repeat(500) + "\"}", "DENY")
                .path("Type").asText()).isEqualTo("MESSAGE");
        assertThat(sent("{\"ReviewResult\":\"ALLOW\",\"Content\":\"" + "😀".repeat(501) + "\"}", "DENY")
                .path("ErrorCode").intValue()).isEqualTo(406);
    }

    static Stream<Arguments> waysToFail() {
        return Stream.of(arguments("FUNCTION_ERROR", new Fault.Throw(), "InvocationErrors"),
                arguments("CRASHED", new Fault.Crash(), "InvocationErrors"),
                arguments("TIMED_OUT", new Fault.Delay(Duration.ofSeconds(1)), "InvocationErrors"),
                arguments("INVALID_RESPONSE", new Fault.Garbage(), "ResponseValidationErrors"));
    }

    @ParameterizedTest
    @MethodSource("waysToFail")
    void countsEveryFallbackByItsCause(String cause, Fault fault, String metric) throws Exception {
        try (LocalChat chat = LocalChat.builder().reviewLimit(Duration.ofSeconds(1))
                .handler(event -> allow("reviewed")).start();
                ChatUser open = ChatUser.connect(chat, room(chat, "ALLOW"), "ann");
                ChatUser strict = ChatUser.connect(chat, room(chat, "DENY"), "ann")) {
            chat.inject(Optional.of(fault));
            assertThat(open.say("as written").next().path("Content").asText()).isEqualTo("as written");
            assertThat(strict.say("as written").next().path("ErrorCode").intValue()).isEqualTo(406);
            assertThat(chat.count("Fallbacks " + cause)).isEqualTo(2);
            assertThat(chat.count("AWS/IVSChat " + metric)).isEqualTo(2);
            assertThat(chat.count("Reviews FALLBACK")).isEqualTo(2);

            chat.inject(Optional.empty());
            assertThat(open.say("again").next().path("Content").asText()).isEqualTo("reviewed");
            assertThat(chat.count("Fallbacks " + cause)).isEqualTo(2);
        }
    }

    @Test
    void doesNotWaitForAHandlerThatHangs() throws Exception {
        CountDownLatch hang = new CountDownLatch(1);
        try (LocalChat chat = LocalChat.builder().handler(event -> {
            hang.await();
            return allow("late");
        }).start(); ChatUser ann = ChatUser.connect(chat, room(chat, "ALLOW"), "ann")) {
            assertThat(ann.say("hi").next().path("Content").asText()).isEqualTo("hi");
            assertThat(chat.count("Fallbacks TIMED_OUT")).isEqualTo(1);
        } finally {
            hang.countDown();
        }
    }

    @Test
    void keepsTheOrderOfASenderWhereALaterReviewIsFaster() throws Exception {
        CountDownLatch secondIsReviewed = new CountDownLatch(1);
        try (LocalChat chat = LocalChat.builder().reviewLimit(PATIENCE).handler(event -> {
            if (new String(event, StandardCharsets.UTF_8).contains("first")) {
                secondIsReviewed.await();
                return allow("first");
            }
            secondIsReviewed.countDown();
            return allow("second");
        }).start(); ChatUser ann = ChatUser.connect(chat, room(chat, "DENY"), "ann")) {
            ann.say("first").say("second");
            assertThat(ann.next().path("Content").asText()).isEqualTo("first");
            assertThat(ann.next().path("Content").asText()).isEqualTo("second");
        }
    }

    @Test
    void callsTheFunctionThatTheRoomNames() throws Exception {
        try (LocalChat chat = LocalChat.builder().reviewLimit(PATIENCE).handler(event -> allow("any"))
                .function("named", new InProcessInvoker(event -> allow("by name")))
                .function(ARN + ":live", (arn, payload, limit) -> new Invocation.Answered(allow("by alias")))
                .start()) {
            assertThat(seen(chat, ARN)).isEqualTo("any");
            assertThat(seen(chat, ARN.replace(":review", ":named:7"))).isEqualTo("by name");
            assertThat(seen(chat, ARN + ":live")).isEqualTo("by alias");
        }
    }

    @Test
    void fallsBackWhereNoFunctionStandsBehindTheArn() throws Exception {
        try (LocalChat chat = LocalChat.builder().start();
                ChatUser ann = ChatUser.connect(chat, room(chat, "DENY"), "ann")) {
            assertThat(ann.say("hi").next().path("ErrorCode").intValue()).isEqualTo(406);
            assertThat(chat.count("Fallbacks NOT_STARTED")).isEqualTo(1);
        }
    }

    @Test
    void fallsBackWhereAnInvokerIsBroken() throws Exception {
        try (LocalChat chat = LocalChat.builder().reviewLimit(PATIENCE)
                .otherFunctions((arn, payload, limit) -> {
                    throw new IllegalStateException("broken");
                }).start(); ChatUser ann = ChatUser.connect(chat, room(chat, "DENY"), "ann")) {
            assertThat(ann.say("hi").next().path("ErrorCode").intValue()).isEqualTo(406);
        }
    }

    @Test
    void asksNobodyAfterTheHandlerIsTakenOff() throws Exception {
        try (LocalChat chat = LocalChat.builder().handler(event -> allow("reviewed")).start()) {
            String room = room(chat, "ALLOW");
            try (ChatUser ann = ChatUser.connect(chat, room, "ann")) {
                assertThat(ann.say("hi").next().path("Content").asText()).isEqualTo("reviewed");
                chat.call("UpdateRoom",
                        "{\"identifier\":\"" + room + "\",\"messageReviewHandler\":{\"uri\":\"\"}}");
                assertThat(ann.say("hi").next().path("Content").asText()).isEqualTo("hi");
                assertThat(chat.count("AWS/Lambda Invocations")).isEqualTo(1);
            }
        }
    }

    private static String seen(LocalChat chat, String arn) throws Exception {
        String room = ChatUser.room(chat, "{\"messageReviewHandler\":{\"uri\":\"" + arn + "\"}}");
        try (ChatUser ann = ChatUser.connect(chat, room, "ann")) {
            return ann.say("hi").next().path("Content").asText();
        }
    }

    /** What the sender of "hi" gets where the handler answers so. */
    private static ObjectNode sent(String response, String fallbackResult) throws Exception {
        InProcessFunction handler = event -> utf8(response);
        try (LocalChat chat = LocalChat.builder().reviewLimit(PATIENCE).handler(handler)
                .start();
                ChatUser ann = ChatUser.connect(chat, room(chat, fallbackResult), "ann")) {
            return ann.send("""
                    {"Action":"SEND_MESSAGE","RequestId":"r","Content":"hi","Attributes":{"k":"v"}}""")
                    .next();
        }
    }

    private static String room(LocalChat chat, String fallbackResult) {
        return ChatUser.room(chat, "{\"messageReviewHandler\":{\"uri\":\"" + ARN + "\",\"fallbackResult\":\""
                + fallbackResult + "\"}}");
    }

    private static byte[] allow(String content) {
        return utf8("{\"ReviewResult\":\"ALLOW\",\"Content\":\"" + content + "\"}");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
