// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.chat.LocalChat;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Sits in a room with a real WebSocket, and sees every event. */
final class Watcher implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final LocalChat chat;
    private final String room;
    private final WebSocket socket;

    Watcher(LocalChat chat, String room) throws IOException {
        this.chat = chat;
        this.room = room;
        String token = Lines.JSON.readTree(chat.call("CreateChatToken",
                "{\"roomIdentifier\":\"" + room + "\",\"userId\":\"watcher\"}")).path("token").asText();
        this.socket = HttpClient.newHttpClient().newWebSocketBuilder().subprotocols(token)
                .buildAsync(chat.chatEndpoint(), this).join();
    }

    /** All events up to now of that name. */
    List<JsonNode> events(String name) throws Exception {
        chat.call("SendEvent", "{\"roomIdentifier\":\"" + room + "\",\"eventName\":\"end\"}");
        List<JsonNode> events = new ArrayList<>();
        while (true) {
            String frame = frames.poll(20, TimeUnit.SECONDS);
            assertThat(frame).as("the end of the events").isNotNull();
            JsonNode event = Lines.JSON.readTree(frame);
            if (event.path("EventName").asText().equals("end")) {
                return events;
            } else if (event.path("EventName").asText().equals(name)) {
                events.add(event.path("Attributes"));
            }
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
