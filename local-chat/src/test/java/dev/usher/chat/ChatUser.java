// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A user with a real WebSocket. */
final class ChatUser implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 20;
    private final BlockingQueue<ObjectNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private ChatUser(URI uri, String token) {
        this.socket = HTTP.newWebSocketBuilder().subprotocols(token).buildAsync(uri, this)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    static ChatUser connect(LocalChat chat, String token) {
        return new ChatUser(chat.chatEndpoint(), token);
    }

    /** A user with all capabilities and the given attributes. */
    static ChatUser connect(LocalChat chat, String roomArn, String userId, String attributes) {
        return connect(chat, token(chat, """
                {"roomIdentifier":"%s","userId":"%s","attributes":%s,
                 "capabilities":["SEND_MESSAGE","DELETE_MESSAGE","DISCONNECT_USER"]}
                """.formatted(roomArn, userId, attributes)));
    }

    static ChatUser connect(LocalChat chat, String roomArn, String userId) {
        return connect(chat, roomArn, userId, "{}");
    }

    static String token(LocalChat chat, String input) {
        return json(chat.call("CreateChatToken", input)).path("token").asText();
    }

    static String room(LocalChat chat, String input) {
        return json(chat.call("CreateRoom", input)).path("arn").asText();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    /** A frame without what is different every time. */
    static ObjectNode lasting(ObjectNode frame) {
        ObjectNode lasting = frame.deepCopy();
        lasting.remove("Id");
        lasting.remove("SendTime");
        return lasting;
    }

    /** What the other side agreed to speak. */
    String subprotocol() {
        return socket.getSubprotocol();
    }

    ChatUser say(String content) {
        return send(JSON.createObjectNode().put("Action", "SEND_MESSAGE").put("RequestId", "r-" + content)
                .put("Content", content));
    }

    ChatUser send(JsonNode frame) {
        return send(frame.toString());
    }

    ChatUser send(String frame) {
        socket.sendText(frame, true).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return this;
    }

    ObjectNode next() throws InterruptedException {
        ObjectNode frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(frame).as("the next frame").isNotNull();
        return frame;
    }

    /** The code that the other side closed with. */
    int closeCode() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(json(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
