// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import dev.usher.chat.service.ChatToken;
import dev.usher.chat.service.Messaging;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket. Thread-safe.
 *
 * <p>It is in its room from the handshake on, before the client can know that it is connected: what happens in the room
 * from then on waits in the outbox. It takes a few requests at a time and then lets the client wait: that is the
 * back-pressure.
 */
public final class Connection implements Session.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int UNDER_WAY = 32;
    private static final int GOING_AWAY = 1001;
    private static final int UNSUPPORTED_DATA = 1003;
    private final Messaging messaging;
    private final Connections connections;
    private final dev.usher.chat.service.Session session;
    private final Outbox outbox = new Outbox();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger roundsUnopened = new AtomicInteger();

    Connection(Messaging messaging, ChatToken token, String ip, Connections connections) {
        this.messaging = messaging;
        this.connections = connections;
        this.session = messaging.open(token, ip, outbox);
    }

    @Override
    public void onWebSocketOpen(Session socket) {
        outbox.open(socket);
        socket.demand();
    }

    @Override
    public void onWebSocketText(String text) {
        if (underWay.incrementAndGet() < UNDER_WAY) {
            outbox.demand();
        }
        messaging.receive(session, text, () -> {
            if (underWay.getAndDecrement() == UNDER_WAY) {
                outbox.demand();
            }
        });
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        outbox.close(UNSUPPORTED_DATA, "Only text frames are understood");
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
        leave();
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        if (!(cause instanceof ClosedChannelException)) {
            LOG.debug("a connection failed", cause);
        }
        leave();
    }

    /** Asks the other end whether it is still there; one that never came after its handshake is let go. */
    void ping() {
        if (!outbox.ping() && roundsUnopened.incrementAndGet() > 1) {
            leave();
        }
    }

    void serverStops() {
        outbox.close(GOING_AWAY, "The server stops");
    }

    private void leave() {
        connections.remove(this);
        messaging.closed(session);
    }
}
