// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.archive.Archive;
import dev.usher.chat.invoke.Invocation;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.Operation;
import dev.usher.chat.model.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A client that does not heed the close frame that it was sent. */
final class DismissedSessionTest {
    private final CountDownLatch underReview = new CountDownLatch(1);
    private final CountDownLatch reviewed = new CountDownLatch(1);
    private final ServiceModel model = ServiceModel.load();
    private final ChatService chat = new ChatService(model,
            new Settings("us-west-2", "123456789012", InstantSource.system(), System::nanoTime,
                    Duration.ofSeconds(10), Duration.ofMinutes(1), false, true),
            (arn, payload, limit) -> {
                underReview.countDown();
                reviewed.await();
                return new Invocation.Answered(
                        "{\"ReviewResult\":\"ALLOW\",\"Content\":\"hi\"}".getBytes(StandardCharsets.UTF_8));
            }, Archive.none());
    private final String room = call("CreateRoom", Json.readObject(
            "{\"maximumMessageLength\":500,\"maximumMessageRatePerSecond\":10,\"messageReviewHandler\":"
                    + "{\"uri\":\"arn:aws:lambda:us-west-2:123456789012:function:review\"}}")
            .orElseThrow()).path("arn").asText();

    @Test
    void isHeardNoMore() throws Exception {
        reviewed.countDown();
        Watcher ann = new Watcher();
        Session session = open("ann", new Watcher());
        open("ben", ann);
        disconnect("ann");
        say(session);
        assertThat(ann.next()).contains("aws:DISCONNECT_USER");
        assertThat(ann.frames).isEmpty();
        assertThat(chat.counters().count("Chat MessagesDelivered")).isZero();
    }

    @Test
    void isNotHeardEvenForWhatWasUnderReview() throws Exception {
        Session session = open("ann", new Watcher());
        CountDownLatch done = new CountDownLatch(1);
        chat.messaging().receive(session, "{\"Action\":\"SEND_MESSAGE\",\"Content\":\"hi\"}",
                done::countDown);
        assertThat(underReview.await(20, TimeUnit.SECONDS)).isTrue();
        disconnect("ann");
        reviewed.countDown();
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(chat.counters().count("Chat MessagesDelivered")).isZero();
    }

    private void say(Session session) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        chat.messaging().receive(session, "{\"Action\":\"SEND_MESSAGE\",\"Content\":\"hi\"}",
                done::countDown);
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private Session open(String userId, Peer peer) {
        String value = call("CreateChatToken",
                Json.readObject("{\"capabilities\":[\"SEND_MESSAGE\"],\"sessionDurationInMinutes\":60}")
                        .orElseThrow().put("roomIdentifier", room).put("userId", userId))
                .path("token").asText();
        return chat.messaging().open(chat.messaging().redeem(value).orElseThrow(), "127.0.0.1", peer);
    }

    private void disconnect(String userId) {
        call("DisconnectUser", Json.object().put("roomIdentifier", room).put("userId", userId));
    }

    private ObjectNode call(String name, ObjectNode input) {
        Operation operation = model.operation(name);
        return chat.controlPlane().call(operation, input, "us-west-2");
    }

    /** Remembers the frames, and stays. */
    private static final class Watcher implements Peer {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();

        @Override
        public void send(String frame) {
            frames.add(frame);
        }

        @Override
        public void close(int code, String reason) {}

        String next() throws InterruptedException {
            String frame = frames.poll(20, TimeUnit.SECONDS);
            assertThat(frame).isNotNull();
            return frame;
        }
    }
}
