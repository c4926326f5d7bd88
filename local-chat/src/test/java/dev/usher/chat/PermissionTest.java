// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import dev.usher.chat.invoke.InProcessInvoker;
import dev.usher.chat.invoke.Invocation;
import dev.usher.chat.invoke.Invoker;
import dev.usher.chat.model.ServiceFault;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whether a room may be given a function, and what functions tell of themselves. */
final class PermissionTest {
    private static final String ARN = "arn:aws:lambda:us-west-2:123456789012:function:";

    @Test
    void aRoomTakesOnlyAFunctionThatThereIs() throws IOException {
        try (LocalChat chat = LocalChat.builder().function("known", new InProcessInvoker(event -> event))
                .onlyKnownFunctions().start()) {
            assertThatThrownBy(() -> chat.call("CreateRoom", handler("unknown")))
                    .isInstanceOfSatisfying(ServiceFault.class, fault -> {
                        assertThat(fault.name()).isEqualTo("ValidationException");
                        assertThat(fault).hasMessage("Request member: uri failed to satisfy the constraints:"
                                + " invalid lambda permission");
                    });
            assertThat(chat.call("ListRooms", "{}")).contains("\"rooms\":[]");
            String room = ChatUser.room(chat, handler("known:live"));
            assertThatThrownBy(() -> chat.call("UpdateRoom", update(room, ARN + "unknown")))
                    .isInstanceOf(ServiceFault.class);
            assertThat(chat.call("GetRoom", "{\"identifier\":\"" + room + "\"}")).contains("known:live");
            assertThat(chat.call("UpdateRoom", update(room, ""))).doesNotContain("messageReviewHandler");
        }
    }

    @Test
    void aPermissionMayTakeAWhileToGetAbout() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (LocalChat chat = LocalChat.builder().permission(arn -> asked.incrementAndGet() > 2).start()) {
            assertThatThrownBy(() -> chat.call("CreateRoom", handler("f"))).isInstanceOf(ServiceFault.class);
            assertThatThrownBy(() -> chat.call("CreateRoom", handler("f"))).isInstanceOf(ServiceFault.class);
            assertThat(chat.call("CreateRoom", handler("f"))).contains(ARN + "f");
            assertThat(chat.call("CreateRoom", "{}")).doesNotContain("messageReviewHandler");
        }
    }

    @Test
    void whatAFunctionCountsIsAddedToWhatTheChatCounts() throws Exception {
        Invoker counting = new Invoker() {
            @Override
            public Invocation invoke(String functionArn, byte[] payload, Duration limit) {
                return new Invocation.TimedOut("a cold start");
            }

            @Override
            public Map<String, Long> counts() {
                return Map.of("AWS/Lambda Throttles", 3L, "AWS/IVSChat InvocationErrors", 10L);
            }
        };
        try (LocalChat chat = LocalChat.builder().function("a", counting).function("b", counting).start();
                ChatUser ann = ChatUser.connect(chat, ChatUser.room(chat, handler("a")), "ann")) {
            ann.say("hi").next();
            assertThat(chat.count("AWS/Lambda Throttles")).isEqualTo(3);
            assertThat(chat.count("AWS/IVSChat InvocationErrors")).isEqualTo(11);
        }
    }

    private static String handler(String name) {
        return "{\"messageReviewHandler\":{\"uri\":\"" + ARN + name + "\"}}";
    }

    private static String update(String room, String uri) {
        return "{\"identifier\":\"" + room + "\",\"messageReviewHandler\":{\"uri\":\"" + uri + "\"}}";
    }
}
