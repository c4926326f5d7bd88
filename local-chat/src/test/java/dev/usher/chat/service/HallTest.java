// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import dev.usher.chat.model.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Many who announce at one time: nothing lost, nothing twice, one order for all. */
final class HallTest {
    private static final int AUTHORS = 16;
    private static final int EACH = 200;
    private final Hall hall = new Hall(() -> 0);

    @Test
    void everyoneHearsEverythingInOneOrder() throws InterruptedException {
        List<Listener> listeners = IntStream.range(0, 5).mapToObj(i -> new Listener()).toList();
        listeners.forEach(listener -> hall.enter(session("u", listener)));
        announceFromManyThreads();
        List<String> heard = listeners.get(0).frames();
        assertThat(heard).hasSize(AUTHORS * EACH).doesNotHaveDuplicates();
        assertThat(listeners).allSatisfy(listener -> assertThat(listener.frames()).isEqualTo(heard));
        for (int author = 0; author < AUTHORS; author++) {
            String prefix = author + ":";
            assertThat(heard.stream().filter(frame -> frame.startsWith(prefix)).toList())
                    .isEqualTo(IntStream.range(0, EACH).mapToObj(i -> prefix + i).toList());
        }
    }

    @Test
    void comingsAndGoingsHoldNobodyUp() throws InterruptedException {
        Listener stays = new Listener();
        hall.enter(session("stays", stays));
        Thread restless = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Session session = session("restless", new Listener());
                hall.enter(session);
                hall.leave(session);
            }
        });
        announceFromManyThreads();
        restless.interrupt();
        restless.join();
        assertThat(stays.frames()).hasSize(AUTHORS * EACH);
    }

    @Test
    void whoIsPutOutHearsOfItAndNothingMore() {
        Listener ann = new Listener();
        Listener ben = new Listener();
        hall.enter(session("ann", ann));
        hall.enter(session("ben", ben));
        hall.announceAndClose("ben goes", session -> session.token().userId().equals("ben"), "rude");
        hall.announce("later");
        assertThat(ann.frames()).containsExactly("ben goes", "later");
        assertThat(ben.frames()).containsExactly("ben goes", "closed: rude");
    }

    @Test
    void anAuthorWhoIsInterruptedIsHeardAndStaysInterrupted() throws InterruptedException {
        Listener listener = new Listener();
        hall.enter(session("ann", listener));
        Thread author = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            hall.announce("before the end");
            hall.announce(String.valueOf(Thread.currentThread().isInterrupted()));
        });
        author.join();
        assertThat(listener.frames()).containsExactly("before the end", "true");
    }

    private void announceFromManyThreads() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(AUTHORS);
        for (int i = 0; i < AUTHORS; i++) {
            int author = i;
            Thread.ofVirtual().start(() -> {
                for (int frame = 0; frame < EACH; frame++) {
                    hall.announce(author + ":" + frame);
                }
                done.countDown();
            });
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Session session(String userId, Peer peer) {
        return new Session(
                new ChatToken("secret", "room", userId, Set.of(), Json.object(), Instant.MAX, Instant.MAX),
                "127.0.0.1", peer, () -> 0);
    }

    /** Writes down what it hears; a peer is called by one thread after the other. */
    private static final class Listener implements Peer {
        private final List<String> heard = new ArrayList<>();

        @Override
        public synchronized void send(String frame) {
            heard.add(frame);
        }

        @Override
        public synchronized void close(int code, String reason) {
            heard.add("closed: " + reason);
        }

        synchronized List<String> frames() {
            return List.copyOf(heard);
        }
    }
}
