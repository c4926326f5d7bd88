// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.json.JsonException;
import dev.usher.review.Message;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ReviewWireTest {
    private final ReviewWire wire = new ReviewWire(500);

    @Test
    void readsEveryMember() throws JsonException {
        ReviewRequest request = wire.read(Events.of("hello"));
        assertThat(request.message()).isEqualTo(new Message("hello", Map.of("a", "b")));
        assertThat(request.messageId()).isEqualTo("AbCdEf123456");
        assertThat(request.roomArn().value()).isEqualTo(Events.ROOM);
        assertThat(request.sender().userId()).isEqualTo("ann");
        assertThat(request.sender().ip()).isEqualTo("192.0.2.1");
        assertThat(request.sender().attributes()).isEqualTo(Map.of("role", "member"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Content", "/MessageId", "/RoomArn", "/Sender", "/Sender/UserId"})
    void refusesAnEventWithoutWhatItMustHave(String pointer) {
        String path = pointer.substring(1).replace('/', '.');
        assertRefused(Events.with(pointer, ""), path + ": ", "nothing");
        assertRefused(Events.with(pointer, "null"), path + ": ", "null");
    }

    @ParameterizedTest
    @CsvSource({"/Attributes, ''", "/Attributes, null", "/Sender/Ip, ''", "/Sender/Ip, null",
        "/Sender/Attributes, ''", "/Sender/Attributes, null"})
    void takesAnEventWithoutTheRest(String pointer, String json) throws JsonException {
        ReviewRequest request = wire.read(Events.with(pointer, json));
        assertThat(request.content()).isEqualTo("hello");
        switch (pointer) {
            case "/Attributes" -> assertThat(request.message().attributes()).isEmpty();
            case "/Sender/Ip" -> assertThat(request.sender().ip()).isEmpty();
            default -> assertThat(request.sender().attributes()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/Content", "/MessageId", "/RoomArn", "/Attributes", "/Attributes/a",
        "/Sender",
        "/Sender/UserId", "/Sender/Ip", "/Sender/Attributes", "/Sender/Attributes/role"})
    void refusesEveryOtherType(String pointer) {
        String path = pointer.substring(1).replace('/', '.');
        for (String json : List.of("5", "-1.5e9", "true", "[]", "[\"a\"]", "{\"x\":1}", "\"a\"")) {
            boolean isString = json.startsWith("\"");
            boolean wantsObject = pointer.endsWith("Attributes") || pointer.endsWith("Sender");
            boolean wantsString = !wantsObject && !pointer.equals("/RoomArn");
            if (!(isString && wantsString)) {
                assertRefused(Events.with(pointer, json), path);
            }
        }
        if (pointer.contains("Attributes/")) {
            assertRefused(Events.with(pointer, "null"), path + ": expected a string, found null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"arn:aws:ivschat:us-west-2:123456789012:channel/x\"", "\"\"", "\"room\"",
        "\"arn:aws:lambda:us-west-2:1:room/x\""})
    void refusesWhatIsNoRoom(String arn) {
        assertRefused(Events.with("/RoomArn", arn), "RoomArn: expected the ARN of a chat room");
    }

    @Test
    void passesOverMembersThatItDoesNotKnow() throws JsonException {
        byte[] event = Events.with(e -> {
            e.set("Timestamp", Events.tree("[1,{\"a\":null}]"));
            ((com.fasterxml.jackson.databind.node.ObjectNode) e.get("Sender")).put("Extra", true);
        });
        assertThat(wire.read(event)).isEqualTo(wire.read(Events.of("hello")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content", "MessageId", "Sender", "Extra"})
    void refusesANameThatStandsTwice(String name) {
        String event = new String(Events.of("hello"), StandardCharsets.UTF_8);
        String twice = "{\"" + name + "\":\"x\",\"" + name + "\":\"y\"," + event.substring(1);
        assertRefused(twice.getBytes(StandardCharsets.UTF_8), "the name \"" + name + "\" stands twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "\"text\"", "5", "{", "{}{}", "{\"Content\":\"x\"}]",
        "\u0000"})
    void refusesWhatIsNoObject(String event) {
        assertThatThrownBy(() -> wire.read(event.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void passesOverAByteOrderMark() throws JsonException {
        byte[] event = joined(new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Events.of("hello"));
        assertThat(wire.read(event)).isEqualTo(wire.read(Events.of("hello")));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] event = Events.of("hello");
        event[new String(event, StandardCharsets.ISO_8859_1).indexOf("hello")] = (byte) 0xFF;
        assertRefused(event, "not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(ints = {256 * 1024 + 1, 1 << 20})
    void refusesAnEventBeyondItsSize(int size) {
        byte[] event = joined(Events.of("hello"), " ".repeat(size).getBytes(StandardCharsets.US_ASCII));
        assertRefused(event, "at most 262144");
    }

    @Test
    void refusesNestingBeyondItsDepth() {
        assertRefused(Events.with("/Extra", "[".repeat(16) + "]".repeat(16)), "deeper than 16 levels");
    }

    @Test
    void keepsEscapesAndLoneSurrogatesAsTheyAre() throws JsonException {
        String json = "{\"Content\":\"\\u0041\\n\\/\\\"\\\\ \\ud83d\\ude00 \\ud83d \\ude00\",\"MessageId\":\"1\",\"RoomArn\":\""
                + Events.ROOM + "\",\"Sender\":{\"UserId\":\"u\"}}";
        ReviewRequest request = wire.read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(request.content()).isEqualTo("A\n/\"\\ \ud83d\ude00 \ud83d \ude00");
        JsonNode response = ResponseContract.check(wire.write(allowed(request.message())));
        assertThat(response.get("Content").textValue()).isEqualTo(request.content());
    }

    @ParameterizedTest
    @CsvSource({"1, a, true", "500, a, true", "501, a, false", "500, \ud83d\ude00, true",
        "501, \ud83d\ude00, false"})
    void contentIsCountedInCodePoints(int length, String character, boolean isTaken) throws JsonException {
        byte[] event = Events.of(character.repeat(length));
        if (isTaken) {
            assertThat(wire.read(event).content()).isEqualTo(character.repeat(length));
        } else {
            assertRefused(event, "Content of 501 code points, at most 500");
        }
    }

    @Test
    void aRoomsOwnLimitHoldsToo() {
        assertThatThrownBy(() -> new ReviewWire(10).read(Events.of("12345678901")))
                .hasMessageContaining("Content of 11 code points, at most 10");
    }

    @Test
    void refusesAnEmptyContent() {
        assertRefused(Events.of(""), "Content is empty");
    }

    @ParameterizedTest
    @CsvSource({"1023, x", "1022, \u00e9", "1021, \u20ac", "1020, \ud83d\ude00"})
    void attributesAreCountedInBytes(int filler, String last) throws JsonException {
        String fits = "{\"" + "n".repeat(filler) + "\":\"" + last + "\"}";
        assertThat(wire.read(Events.with("/Attributes", fits)).message().attributes()).hasSize(1);
        assertRefused(Events.with("/Attributes", fits.replace("{\"n", "{\"nn")),
                "Attributes of 1025 bytes, at most 1024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\ude00", "\\ud83d\\ud83d\\ude00", "\\ude00\\ud83d"})
    void refusesAnAttributesNameThatCouldNotBeSentBack(String name) {
        String event = new String(Events.of("hello"), StandardCharsets.UTF_8).replace("\"a\":",
                "\"" + name + "\":");
        assertRefused(event.getBytes(StandardCharsets.UTF_8),
                "an attribute's name with half a surrogate pair");
        ReviewReport report = allowed(Message.of("hi").withAttribute("\ud800", ""));
        assertThatThrownBy(() -> wire.write(report)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAllowEchoesAttributesInOrder() {
        JsonNode response = ResponseContract.check(wire.write(
                allowed(new Message("hi", Map.of()).withAttribute("z", "1").withAttribute("a", ""))));
        assertThat(response).hasToString(
                "{\"Content\":\"hi\",\"ReviewResult\":\"ALLOW\",\"Attributes\":{\"z\":\"1\",\"a\":\"\"}}");
    }

    @Test
    void aDenyTellsTheReasonAndNothingOfTheMessage() {
        assertThat(ResponseContract.check(wire.write(denied("No links, please."))))
                .hasToString("{\"ReviewResult\":\"DENY\",\"Attributes\":{\"Reason\":\"No links, please.\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e9", "\u20ac", "\ud83d\ude00", "a\ud83d\ude00", "\ud83d"})
    void aReasonThatDoesNotFitIsCut(String character) {
        String reason = character.repeat(2000);
        JsonNode response = ResponseContract.check(wire.write(denied(reason)));
        String told = response.at("/Attributes/Reason").textValue();
        assertThat(reason).startsWith(told);
        assertThat(told.codePointCount(0, told.length())).isGreaterThan(100);
        assertThat(Character.isHighSurrogate(told.charAt(told.length() - 1)))
                .isEqualTo(character.equals("\ud83d"));
    }

    @Test
    void aReasonOfExactlyTheLimitIsWhole() {
        String reason = "r".repeat(1024 - "Reason".length());
        assertThat(ResponseContract.check(wire.write(denied(reason))).at("/Attributes/Reason").textValue())
                .isEqualTo(reason);
    }

    @Test
    void neverWritesAMessageBeyondTheLimits() {
        ReviewReport report = allowed(Message.of("x".repeat(501)));
        assertThatThrownBy(() -> wire.write(report)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("501");
    }

    @ParameterizedTest
    @EnumSource(ReviewResult.class)
    void theFallbackIsValidWhateverTheEvent(ReviewResult result) {
        for (String event : List.of("", "{", "{}", "null", "{\"Content\":5}", "{\"Content\":\"\"}",
                "\ud83d")) {
            JsonNode response = ResponseContract
                    .check(wire.fallback(event.getBytes(StandardCharsets.UTF_8), result));
            assertThat(response.get("ReviewResult").textValue()).isEqualTo(result.name());
        }
    }

    @Test
    void anAllowingFallbackEchoesASoundMessage() {
        byte[] noRoom = Events.with("/RoomArn", "");
        assertThat(ResponseContract.check(wire.fallback(noRoom, ReviewResult.ALLOW))).hasToString(
                "{\"Content\":\"hello\",\"ReviewResult\":\"ALLOW\",\"Attributes\":{\"a\":\"b\"}}");
        assertThat(ResponseContract.check(wire.fallback(Events.of("x".repeat(501)), ReviewResult.ALLOW)))
                .hasToString("{\"ReviewResult\":\"ALLOW\"}");
    }

    private void assertRefused(byte[] event, String... said) {
        assertThatThrownBy(() -> wire.read(event)).isInstanceOf(JsonException.class)
                .hasMessageContainingAll(said);
    }

    private static ReviewReport allowed(Message message) {
        return new ReviewReport(ReviewResult.ALLOW, message, null, List.of());
    }

    private static ReviewReport denied(String reason) {
        return new ReviewReport(ReviewResult.DENY, Message.of("hello"), reason, List.of());
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
