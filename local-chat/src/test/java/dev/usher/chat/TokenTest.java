// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class TokenTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void comesBackAsTheSubprotocol() throws Exception {
        try (LocalChat chat = chat()) {
            String token = token(chat, 60);
            assertThat(token).matches("[A-Za-z0-9_-]+");
            try (ChatUser user = ChatUser.connect(chat, token)) {
                assertThat(user.subprotocol()).isEqualTo(token);
            }
        }
    }

    @Test
    void letsInOnce() throws Exception {
        try (LocalChat chat = chat()) {
            String token = token(chat, 60);
            ChatUser user = ChatUser.connect(chat, token);
            refuses(chat, token);
            user.close();
        }
    }

    @Test
    void isNotTakenAfterItsExpiry() throws Exception {
        try (LocalChat chat = chat()) {
            String token = token(chat, 60);
            String other = token(chat, 60);
            now.updateAndGet(time -> time.plusMillis(59_999));
            ChatUser.connect(chat, token).close();
            now.updateAndGet(time -> time.plusMillis(1));
            refuses(chat, other);
        }
    }

    @Test
    void isNotTakenWhereNobodyMadeIt() throws Exception {
        try (LocalChat chat = chat()) {
            refuses(chat, "made-up");
        }
    }

    @Test
    void isNotTakenForARoomThatIsNoMore() throws Exception {
        try (LocalChat chat = chat()) {
            String room = ChatUser.room(chat, "{}");
            String token = ChatUser.token(chat, "{\"roomIdentifier\":\"" + room + "\",\"userId\":\"zoë\"}");
            chat.call("DeleteRoom", "{\"identifier\":\"" + room + "\"}");
            refuses(chat, token);
        }
    }

    @Test
    void endsTheSessionWhenItsTimeIsOver() throws Exception {
        try (LocalChat chat = chat()) {
            String token = token(chat, 1);
            try (ChatUser user = ChatUser.connect(chat, token)) {
                now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
                assertThat(user.closeCode()).isEqualTo(1000);
            }
        }
    }

    private LocalChat chat() throws Exception {
        return LocalChat.builder().clock(now::get).start();
    }

    private static String token(LocalChat chat, int minutes) {
        return ChatUser.token(chat, "{\"roomIdentifier\":\"" + ChatUser.room(chat, "{}")
                + "\",\"userId\":\"zoë\",\"sessionDurationInMinutes\":" + minutes + "}");
    }

    private static void refuses(LocalChat chat, String token) {
        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> ChatUser.connect(chat, token))
                .havingCause().isInstanceOfSatisfying(WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }
}
