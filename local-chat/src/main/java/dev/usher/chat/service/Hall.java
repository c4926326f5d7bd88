// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is in a room. Thread-safe: everyone in it gets the same frames in the same order. */
final class Hall {
    static final int NORMAL_CLOSURE = 1000;
    private final Set<Session> sessions = new LinkedHashSet<>();
    /** The same as an array, made anew after each change: a peer that fails while it is sent to leaves at once. */
    private Session @Nullable [] present;
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

    void announce(String frame) {
        locked(() -> sendToAll(frame));
    }

    /** Announces something to all, and then closes the connections that it is about. */
    void announceAndClose(String frame, Predicate<Session> whom, String reason) {
        locked(() -> {
            sendToAll(frame);
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

    private void sendToAll(String frame) {
        for (Session session : present()) {
            session.peer().send(frame);
        }
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
            order.unlock();
        }
    }
}
