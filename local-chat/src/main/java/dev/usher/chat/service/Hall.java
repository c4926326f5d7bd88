// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a room. Thread-safe: everyone in it gets the same frames in the same order.
 *
 * <p>To tell a thousand connections something takes longer than to think of the next thing. So whoever is at it sends
 * all that waits, a few frames to a connection at once, and nobody queues for a lock to find that nothing is left to do.
 */
final class Hall {
    static final int NORMAL_CLOSURE = 1000;
    private final Set<Session> sessions = new LinkedHashSet<>();
    /** The same as an array, made anew after each change: a peer that fails while it is sent to leaves at once. */
    private Session @Nullable [] present;
    private final ReentrantLock order = new ReentrantLock();
    private final Queue<Announcement> waiting = new ConcurrentLinkedQueue<>();
    private final Rate messages;

    Hall(LongSupplier ticker) {
        this.messages = new Rate(ticker);
    }

    /** The rate of the room's messages, of all clients together. */
    Rate messages() {
        return messages;
    }

    void enter(Session session) {
        locked(() -> {
            sessions.add(session);
            present = null;
        });
    }

    void leave(Session session) {
        locked(() -> {
            sessions.remove(session);
            present = null;
        });
    }

    /** Sends a frame to all; returns once it is on its way to each. */
    void announce(String frame) {
        Announcement mine = new Announcement(frame);
        waiting.add(mine);
        mine.await(() -> {
            if (order.tryLock()) {
                try {
                    sendWaiting();
                } finally {
                    unlock();
                }
            }
        });
    }

    /** Announces something to all, and then closes the connections that it is about. */
    void announceAndClose(String frame, Predicate<Session> whom, String reason) {
        waiting.add(new Announcement(frame));
        locked(() -> {
            sendWaiting();
            closeThose(whom, reason);
        });
    }

    void close(Predicate<Session> whom, String reason) {
        locked(() -> closeThose(whom, reason));
    }

    /** Whose connections are open; a user with many is there many times. */
    List<String> userIds() {
        List<String> userIds = new ArrayList<>();
        locked(() -> {
            for (Session session : present()) {
                userIds.add(session.token().userId());
            }
        });
        return userIds;
    }

    /** All that wait, in the order they came. */
    private void sendWaiting() {
        List<Announcement> batch = new ArrayList<>();
        List<String> frames = new ArrayList<>();
        for (Announcement next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
            frames.add(next.frame());
        }
        if (!frames.isEmpty()) {
            for (Session session : present()) {
                session.peer().send(frames);
            }
        }
        batch.forEach(Announcement::sent);
    }

    private void closeThose(Predicate<Session> whom, String reason) {
        for (Session session : present()) {
            if (whom.test(session)) {
                sessions.remove(session);
                present = null;
                session.dismiss();
                // A close frame and no dropped connection: after a drop the official client would come back.
                session.peer().close(NORMAL_CLOSURE, reason);
            }
        }
    }

    private Session[] present() {
        Session[] now = present;
        if (now == null) {
            now = sessions.toArray(Session[]::new);
            present = now;
        }
        return now;
    }

    private void locked(Runnable action) {
        order.lock();
        try {
            action.run();
        } finally {
            unlock();
        }
    }

    /** Whoever came meanwhile found the lock taken: the first of them is told that it no longer is. */
    private void unlock() {
        order.unlock();
        Announcement next = waiting.peek();
        if (next != null) {
            next.tryAgain();
        }
    }
}
