// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.junit.LocalChatExtension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class MessagingTest {
    @RegisterExtension static final LocalChatExtension EXTENSION = LocalChatExtension.of(LocalChat.builder());

    private final List<ChatUser> users = new ArrayList<>();
    private final LocalChat chat = EXTENSION.chat();
    private final String room = ChatUser.room(chat, "{\"maximumMessageRatePerSecond\":100}");

    @AfterEach
    void everybodyLeaves() {
        users.forEach(ChatUser::close);
    }

    @Test
    void deliversAMessageToAllAndItsSender() throws Exception {
        ChatUser ann = user("ann");
        ChatUser ben = join(ChatUser.connect(chat, room, "ben"));
        ann.send("""
                {"Action":"SEND_MESSAGE","RequestId":"r1","Content":"hi 😀","Attributes":{"k":"v"}}""");
        ObjectNode seen = ann.next();
        assertThat(ben.next()).isEqualTo(seen);
        assertThat(seen.path("Id").asText()).matches("[a-zA-Z0-9]{12}");
        assertThat(seen.path("SendTime").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(ChatUser.lasting(seen)).isEqualTo(ChatUser.json("""
                {"Type":"MESSAGE","RequestId":"r1","Content":"hi 😀","Attributes":{"k":"v"},
                 "Sender":{"UserId":"ann","Attributes":{"displayName":"Zoë"}}}"""));
    }

    @Test
    void keepsTheOrderOfASender() throws Exception {
        ChatUser ann = user("ann");
        for (int i = 0; i < 10; i++) {
            ann.say("m" + i);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(ann.next().path("Content").asText()).isEqualTo("m" + i);
        }
    }

    @Test
    void givesBothConnectionsOfOneUserTheSameFrames() throws Exception {
        ChatUser first = user("ann");
        ChatUser second = user("ann");
        second.say("renewed");
        assertThat(first.next()).isEqualTo(second.next());
        first.close();
        second.say("still here");
        assertThat(second.next().path("Content").asText()).isEqualTo("still here");
    }

    @Test
    void keepsRoomsApart() throws Exception {
        ChatUser ann = user("ann");
        ChatUser other = join(ChatUser.connect(chat, ChatUser.room(chat, "{}"), "other"));
        ann.say("here");
        ann.next();
        other.say("there");
        assertThat(other.next().path("Content").asText()).isEqualTo("there");
    }

    @Test
    void tellsAllToDeleteAMessage() throws Exception {
        ChatUser ann = user("ann");
        ChatUser ben = user("ben");
        ann.send("""
                {"Action":"DELETE_MESSAGE","RequestId":"r1","Id":"AbCdEf123456","Reason":"spam"}""");
        ObjectNode event = ben.next();
        assertThat(ann.next()).isEqualTo(event);
        assertThat(ChatUser.lasting(event)).isEqualTo(ChatUser.json("""
                {"Type":"EVENT","RequestId":"r1","EventName":"aws:DELETE_MESSAGE",
                 "Attributes":{"MessageID":"AbCdEf123456","MessageId":"AbCdEf123456","Reason":"spam"}}"""));
    }

    @Test
    void announcesAndThenClosesEveryConnectionOfADisconnectedUser() throws Exception {
        ChatUser ann = user("ann");
        ChatUser ben = user("ben");
        ChatUser benToo = user("ben");
        ann.send("""
                {"Action":"DISCONNECT_USER","RequestId":"r1","UserId":"ben","Reason":"rude"}""");
        assertThat(ChatUser.lasting(ann.next())).isEqualTo(ChatUser.json("""
                {"Type":"EVENT","RequestId":"r1","EventName":"aws:DISCONNECT_USER",
                 "Attributes":{"UserId":"ben","Reason":"rude"}}"""));
        assertThat(ben.next().path("EventName").asText()).isEqualTo("aws:DISCONNECT_USER");
        assertThat(ben.closeCode()).isEqualTo(1000);
        assertThat(benToo.closeCode()).isEqualTo(1000);
        ann.say("alone");
        assertThat(ann.next().path("Content").asText()).isEqualTo("alone");
    }

    @Test
    void carriesWhatTheControlPlaneDoes() throws Exception {
        ChatUser ann = user("ann");
        String id = ChatUser.json(chat.call("SendEvent", "{\"roomIdentifier\":\"" + room
                + "\",\"eventName\":\"goal\",\"attributes\":{\"by\":\"7\"}}")).path("id").asText();
        ObjectNode event = ann.next();
        assertThat(event.path("Id").asText()).isEqualTo(id);
        assertThat(ChatUser.lasting(event)).isEqualTo(
                ChatUser.json("{\"Type\":\"EVENT\",\"EventName\":\"goal\",\"Attributes\":{\"by\":\"7\"}}"));

        String deletion = ChatUser.json(
                chat.call("DeleteMessage", "{\"roomIdentifier\":\"" + room + "\",\"id\":\"AbCdEf123456\"}"))
                .path("id").asText();
        event = ann.next();
        assertThat(event.path("Id").asText()).isEqualTo(deletion);
        assertThat(event.at("/Attributes/MessageID").asText()).isEqualTo("AbCdEf123456");

        chat.call("DisconnectUser", "{\"roomIdentifier\":\"" + room + "\",\"userId\":\"ann\"}");
        assertThat(ann.next().at("/Attributes/UserId").asText()).isEqualTo("ann");
        assertThat(ann.closeCode()).isEqualTo(1000);
    }

    @Test
    void closesEveryConnectionOfARoomThatIsDeleted() throws Exception {
        ChatUser ann = user("ann");
        chat.call("DeleteRoom", "{\"identifier\":\"" + room + "\"}");
        assertThat(ann.closeCode()).isEqualTo(1000);
    }

    @Test
    void refusesWhatTheTokenDoesNotAllow() throws Exception {
        ChatUser reader = join(ChatUser.connect(chat,
                ChatUser.token(chat, "{\"roomIdentifier\":\"" + room + "\",\"userId\":\"reader\"}")));
        reader.say("hi");
        refused(reader.next(), 403, "r-hi");
        reader.send("{\"Action\":\"DELETE_MESSAGE\",\"RequestId\":\"r2\",\"Id\":\"AbCdEf123456\"}");
        refused(reader.next(), 403, "r2");
        reader.send("{\"Action\":\"DISCONNECT_USER\",\"RequestId\":\"r3\",\"UserId\":\"reader\"}");
        refused(reader.next(), 403, "r3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
            {"Action":"SEND_MESSAGE","RequestId":"r"}""", """
            {"Action":"SEND_MESSAGE","RequestId":"r","Content":""}""", """
            {"Action":"SEND_MESSAGE","RequestId":"r","Content":7}""", """
            {"Action":"SEND_MESSAGE","RequestId":"r","Content":"a","Attributes":{"k":1}}""", """
            {"Action":"SEND_MESSAGE","RequestId":"r","Content":"a","Attributes":[]}""", """
            {"Action":"send_message","RequestId":"r","Content":"a"}""", """
            {"RequestId":"r"}""", """
            {"Action":"DELETE_MESSAGE","RequestId":"r","Id":"short"}""", """
            {"Action":"DISCONNECT_USER","RequestId":"r"}"""})
    void refusesABadRequest(String frame) throws Exception {
        refused(user("ann").send(frame).next(), 400, "r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[]", "\"text\"", "{\"Action\":\"SEND_MESSAGE\",\"RequestId\":7}",
        "{} {}"})
    void refusesWhatCannotBeAnsweredByRequestId(String frame) throws Exception {
        ObjectNode error = user("ann").send(frame).next();
        assertThat(error.path("ErrorCode").intValue()).isEqualTo(400);
        assertThat(error.has("RequestId")).isFalse();
    }

    @Test
    void countsCodePointsAndNotUnits() throws Exception {
        String small = ChatUser.room(chat, "{\"maximumMessageLength\":100}");
        ChatUser ann = join(ChatUser.connect(chat, small, "ann"));
        assertThat(ann.say("😀".repeat(100)).next().path("Type").asText()).isEqualTo("MESSAGE");
        ObjectNode error = ann.say("😀".repeat(101)).next();
        assertThat(error.path("ErrorCode").intValue()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"1020, MESSAGE", "1021, ERROR"})
    void limitsAttributesToOneKilobyteInAll(int length, String type) throws Exception {
        // the key takes two bytes twice
        ObjectNode answer = user("ann")
                .send("{\"Action\":\"SEND_MESSAGE\",\"RequestId\":\"r\",\"Content\":\"a\","
                        + "\"Attributes\":{\"éé\":\"" + "a".repeat(length) + "\"}}")
                .next();
        assertThat(answer.path("Type").asText()).isEqualTo(type);
        if (type.equals("ERROR")) {
            refused(answer, 413, "r");
        }
    }

    @Test
    void refusesAReasonThatIsTooLarge() throws Exception {
        refused(user("ann").send("{\"Action\":\"DELETE_MESSAGE\",\"RequestId\":\"r\",\"Id\":\"AbCdEf123456\","
                + "\"Reason\":\"" + "a".repeat(257) + "\"}").next(), 413, "r");
    }

    @Test
    void closesAConnectionThatSendsAFrameTooLargeToRead() throws Exception {
        ChatUser ann = user("ann");
        ann.send("a".repeat(40_000));
        assertThat(ann.closeCode()).isEqualTo(1009);
    }

    @Test
    void givesEveryFrameAnIdOfItsOwn() throws Exception {
        ChatUser ann = user("ann");
        ann.say("a").say("b").send("no json").send("{}");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            ids.add(ann.next().path("Id").asText());
        }
        assertThat(ids).hasSize(4);
    }

    private ChatUser user(String userId) {
        return join(ChatUser.connect(chat, room, userId, "{\"displayName\":\"Zoë\"}"));
    }

    private ChatUser join(ChatUser user) {
        users.add(user);
        return user;
    }

    private static void refused(ObjectNode frame, int code, String requestId) {
        assertThat(frame.path("Type").asText()).isEqualTo("ERROR");
        assertThat(frame.path("ErrorCode").isInt()).isTrue();
        assertThat(frame.path("ErrorCode").intValue()).isEqualTo(code);
        assertThat(frame.path("RequestId").asText()).isEqualTo(requestId);
        assertThat(frame.path("Id").asText()).matches("[a-zA-Z0-9]{12}");
        assertThat(frame.path("ErrorMessage").asText()).isNotEmpty();
    }
}
