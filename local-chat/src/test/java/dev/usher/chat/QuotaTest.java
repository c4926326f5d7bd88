// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class QuotaTest {
    private static final long SECOND = 1_000_000_000;
    private final AtomicLong now = new AtomicLong();

    @Test
    void limitsTheMessagesOfARoomForAllItsClientsTogether() throws Exception {
        try (LocalChat chat = LocalChat.builder().ticker(now::get).start()) {
            String room = ChatUser.room(chat, "{\"maximumMessageRatePerSecond\":3}");
            try (ChatUser ann = ChatUser.connect(chat, room, "ann");
                    ChatUser ben = ChatUser.connect(chat, room, "ben")) {
                for (int i = 0; i < 3; i++) {
                    ann.say("m").next();
                    assertThat(ben.next().path("Type").asText()).isEqualTo("MESSAGE");
                }
                ObjectNode error = ben.say("one more").next();
                assertThat(error.path("ErrorCode").intValue()).isEqualTo(429);
                assertThat(error.path("RequestId").asText()).isEqualTo("r-one more");
                now.addAndGet(SECOND);
                assertThat(ben.say("later").next().path("Type").asText()).isEqualTo("MESSAGE");
            }
        }
    }

    @Test
    void limitsTheRequestsOfAConnection() throws Exception {
        assertThat(codes(LocalChat.builder().ticker(now::get))).isEqualTo(Map.of(0, 10, 429, 2));
    }

    @Test
    void doesNotWhereThatIsSwitchedOff() throws Exception {
        assertThat(codes(LocalChat.builder().ticker(now::get).messagingQuotas(false)))
                .isEqualTo(Map.of(0, 12));
    }

    @Test
    void neitherThenTheMessagesOfARoom() throws Exception {
        try (LocalChat chat = LocalChat.builder().ticker(now::get).messagingQuotas(false).start();
                ChatUser ann = ChatUser.connect(chat,
                        ChatUser.room(chat, "{\"maximumMessageRatePerSecond\":1}"), "ann")) {
            assertThat(ann.say("one").next().path("Type").asText()).isEqualTo("MESSAGE");
            assertThat(ann.say("two").next().path("Type").asText()).isEqualTo("MESSAGE");
        }
    }

    /** How many of twelve requests in one moment were answered with which error; 0 for none. */
    private static Map<Integer, Integer> codes(LocalChatBuilder builder) throws Exception {
        try (LocalChat chat = builder.start();
                ChatUser ann = ChatUser.connect(chat,
                        ChatUser.room(chat, "{\"maximumMessageRatePerSecond\":100}"), "ann")) {
            for (int i = 0; i < 12; i++) {
                ann.say("m" + i);
            }
            Map<Integer, Integer> codes = new HashMap<>();
            for (int i = 0; i < 12; i++) {
                codes.merge(ann.next().path("ErrorCode").intValue(), 1, Integer::sum);
            }
            return codes;
        }
    }
}
