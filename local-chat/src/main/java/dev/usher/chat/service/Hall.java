// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Who is in a room. Thread-safe: everyone in it gets the same frames in the same order. */
final class Hall {
    static final int NORMAL_CLOSURE = 1000;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final ReentrantLock order = new ReentrantLock();
    private final Rate messages;

    Hall(LongSupplier ticker) {
        this.messages = new Rate(ticker);
    }

    /** The rate of the room's messages, of all clients together. */
    Rate messages() {
        return messages;
    }

    void enter(Session session) {
        locked(() -> sessions.add(session));
    }

    void leave(Session session) {
        locked(() -> sessions.remove(session));
    }

    void announce(String frame) {
        locked(() -> sessions.forEach(session -> session.peer().send(frame)));
    }

    /** Announces something to all, and then closes the connections that it is about. */
    void announceAndClose(String frame, Predicate<Session> whom, String reason) {
        locked(() -> {
            sessions.forEach(session -> session.peer().send(frame));
            closeThose(whom, reason);
        });
    }

    void close(Predicate<Session> whom, String reason) {
        locked(() -> closeThose(whom, reason));
    }

    /** Whose connections are open; a user with many is there many times. */
    List<String> userIds() {
        List<String> userIds = new ArrayList<>();
        locked(() -> sessions.forEach(session -> userIds.add(session.token().userId())));
        return userIds;
    }

    private void closeThose(Predicate<Session> whom, String reason) {
        List<Session> closing = new ArrayList<>();
        for (Session session : sessions) {
            if (whom.test(session)) {
                closing.add(session);
            }
        }
        closing.forEach(sessions::remove);
        // A close frame and no dropped connection: after a drop the official client would come back.
        closing.forEach(session -> session.peer().close(NORMAL_CLOSURE, reason));
    }

    private void locked(Runnable action) {
        order.lock();
        try {
            action.run();
        } finally {
            order.unlock();
        }
    }
}
