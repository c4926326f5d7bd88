// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** One connection of a user to a room; a user may have many. Thread-safe. */
public final class Session {
    private final ChatToken token;
    private final String ip;
    private final Peer peer;
    private final Rate requests;
    private volatile boolean dismissed;
    private CompletableFuture<Void> lastTurn = CompletableFuture.completedFuture(null);

    Session(ChatToken token, String ip, Peer peer, LongSupplier ticker) {
        this.token = token;
        this.ip = ip;
        this.peer = peer;
        this.requests = new Rate(ticker);
    }

    ChatToken token() {
        return token;
    }

    String ip() {
        return ip;
    }

    Peer peer() {
        return peer;
    }

    Rate requests() {
        return requests;
    }

    /** From now on nothing more is taken from this connection, even where its client does not heed the close. */
    void dismiss() {
        dismissed = true;
    }

    boolean isDismissed() {
        return dismissed;
    }

    /** A place in the row of this connection's requests: they may be reviewed at once, but take effect in order. */
    synchronized Turn turn() {
        Turn turn = new Turn(lastTurn, new CompletableFuture<>());
        lastTurn = turn.done();
        return turn;
    }

    /** Waits for {@code before}; {@code done} must be completed in any case. */
    record Turn(CompletableFuture<Void> before, CompletableFuture<Void> done) {
        void await() {
            before.join();
        }

        void end() {
            done.complete(null);
        }
    }
}
