// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ConnectionsTest {
    private static final int MOST_EVENTS = 40_000;
    private static final int AT_ONCE = 100;

    @Test
    void aSlowReaderHurtsOnlyItself() throws Exception {
        try (LocalChat chat = LocalChat.builder().start()) {
            String room = ChatUser.room(chat, "{}");
            String token = ChatUser.token(chat, "{\"roomIdentifier\":\"" + room + "\",\"userId\":\"slow\"}");
            try (ChatUser fast = ChatUser.connect(chat, room, "fast");
                    Socket slow = new Socket(InetAddress.getLoopbackAddress(), chat.port())) {
                handshake(slow, token);
                int sent = 0;
                // The slow one reads nothing: first the system's buffers fill, then the outbox, then it is put out.
                while (chat.userIds(room).contains("slow") && sent < MOST_EVENTS) {
                    for (int i = 0; i < AT_ONCE; i++) {
                        event(chat, room, sent + i);
                    }
                    for (int i = 0; i < AT_ONCE; i++) {
                        ObjectNode event = fast.next();
                        assertThat(event.path("EventName").asText()).isEqualTo("e" + (sent + i));
                    }
                    sent += AT_ONCE;
                }
                assertThat(sent).isLessThan(MOST_EVENTS);
                assertThat(chat.userIds(room)).containsExactly("fast");
                event(chat, room, sent);
                assertThat(fast.next().path("EventName").asText()).isEqualTo("e" + sent);
            }
        }
    }

    @Test
    void everyoneIsToldWhenTheChatStops() throws Exception {
        LocalChat chat = LocalChat.builder().start();
        ChatUser ann = ChatUser.connect(chat, ChatUser.room(chat, "{}"), "ann");
        chat.close();
        assertThat(ann.closeCode()).isEqualTo(1001);
    }

    @Test
    void aConnectionIsInItsRoomWhenItsClientKnowsThatItIsConnected() throws Exception {
        try (LocalChat chat = LocalChat.builder().start()) {
            String room = ChatUser.room(chat, "{}");
            for (int i = 0; i < 50; i++) {
                try (ChatUser user = ChatUser.connect(chat, room, "u" + i)) {
                    event(chat, room, i);
                    assertThat(user.next().path("EventName").asText()).isEqualTo("e" + i);
                }
            }
        }
    }

    private static void event(LocalChat chat, String room, int number) {
        chat.call("SendEvent", "{\"roomIdentifier\":\"" + room + "\",\"eventName\":\"e" + number
                + "\",\"attributes\":{\"k\":\"" + "v".repeat(1000) + "\"}}");
    }

    private static void handshake(Socket socket, String token) throws Exception {
        socket.setSoTimeout(20_000);
        String request = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Protocol: " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.read());
        }
        assertThat(answer).startsWith("HTTP/1.1 101");
    }
}
