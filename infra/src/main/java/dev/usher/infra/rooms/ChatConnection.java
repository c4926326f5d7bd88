// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A user in a room, over the messaging API. What others say there is passed over. One thread at a time. */
final class ChatConnection implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A frame of the service has less than 10 KB. */
    private static final int LONGEST_FRAME = 256 * 1024;

    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private ChatConnection(HttpClient http, URI endpoint, String token)
            throws IOException, InterruptedException {
        this.socket = await(http.newWebSocketBuilder().connectTimeout(PATIENCE).subprotocols(token)
                .buildAsync(endpoint, this));
    }

    /** Joins the room that the token is for. */
    static ChatConnection open(HttpClient http, URI endpoint, String token)
            throws IOException, InterruptedException {
        return new ChatConnection(http, endpoint, token);
    }

    /** Sends a message and waits for what becomes of it. */
    ChatAnswer send(String content) throws IOException, InterruptedException {
        String requestId = UUID.randomUUID().toString();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(requestId, answer);
        try {
            long start = System.nanoTime();
            await(socket.sendText(
                    JSON.createObjectNode().put("Action", "SEND_MESSAGE").put("RequestId", requestId)
                            .put("Content", content).toString(),
                    true));
            JsonNode frame = await(answer);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            boolean delivered = "MESSAGE".equals(frame.path("Type").asText());
            return new ChatAnswer(delivered ? 0 : frame.path("ErrorCode").asInt(500),
                    frame.path(delivered ? "Content" : "ErrorMessage").asText(), frame.path("Id").asText(),
                    took);
        } finally {
            waiting.remove(requestId);
        }
    }

    /** Takes a message back, for those who are watching; whether that works is not waited for. */
    void takeBack(String messageId) throws IOException, InterruptedException {
        await(socket.sendText(JSON.createObjectNode().put("Action", "DELETE_MESSAGE").put("Id", messageId)
                .put("Reason", "a deployment's check").toString(), true));
    }

    private static <T> T await(CompletableFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silence) {
            throw new IOException("no answer in " + PATIENCE.toSeconds() + " s", silence);
        } catch (ExecutionException failed) {
            throw new IOException(meaning(failed), failed);
        }
    }

    private static String meaning(ExecutionException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebSocketHandshakeException refused) {
                return "the connection was refused with HTTP status " + refused.getResponse().statusCode();
            }
        }
        return String.valueOf(failed.getCause());
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        if (partial.length() + data.length() > LONGEST_FRAME) {
            end(new IOException("a frame of more than " + LONGEST_FRAME + " characters"));
        } else {
            partial.append(data);
            if (last) {
                receive(partial.toString());
                partial.setLength(0);
            }
            webSocket.request(1);
        }
        return CompletableFuture.completedFuture(null);
    }

    private void receive(String text) {
        try {
            JsonNode frame = JSON.readTree(text);
            CompletableFuture<JsonNode> answer = waiting.get(frame.path("RequestId").asText());
            String type = frame.path("Type").asText();
            if (answer != null && ("MESSAGE".equals(type) || "ERROR".equals(type))) {
                answer.complete(frame);
            }
        } catch (JsonProcessingException unreadable) {
            end(new IOException("a frame that is no JSON", unreadable));
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        end(new IOException("the connection was closed (" + code + ")"));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        end(new IOException("the connection broke", error));
    }

    private void end(IOException why) {
        for (CompletableFuture<JsonNode> answer : waiting.values()) {
            answer.completeExceptionally(why);
        }
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            try {
                await(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
            } catch (IOException gone) {
                // the other side was faster
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        socket.abort();
    }
}
