// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import dev.usher.chat.service.Peer;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent over one WebSocket, in order. Thread-safe; never waits for the network.
 *
 * <p>Bounded: a client that reads too slowly is disconnected, so that it hurts only itself.
 */
final class Outbox implements Peer {
    private static final int MOST_WAITING = 4 * 1024 * 1024;
    private @Nullable Session socket;
    private final Queue<Outgoing> waiting = new ArrayDeque<>();
    private int waitingCharacters;
    private boolean sending;
    private boolean closed;
    private boolean overflown;

    /** A text frame, or the close frame. */
    private sealed interface Outgoing {
        record Text(String frame) implements Outgoing {}

        record Close(int code, String reason) implements Outgoing {}
    }

    /** From now on things are sent; before, they wait. */
    void open(Session opened) {
        synchronized (this) {
            socket = opened;
        }
        if (isOverflown()) {
            disconnect();
        } else {
            sendNext(false);
        }
    }

    @Override
    public void send(String frame) {
        if (put(frame)) {
            sendNext(false);
        } else {
            disconnect();
        }
    }

    @Override
    public void close(int code, String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.add(new Outgoing.Close(code, reason));
        }
        sendNext(false);
    }

    /** Not under this object's monitor: the end of a connection is told at once, and who is told takes other locks. */
    private void disconnect() {
        Session open = socket();
        if (open != null) {
            open.disconnect();
        }
    }

    /** Puts a frame into the queue; false where that makes too much. */
    private synchronized boolean put(String frame) {
        if (closed) {
            return true;
        }
        waitingCharacters += frame.length();
        if (waitingCharacters > MOST_WAITING) {
            overflown = true;
            closed = true;
            waiting.clear();
            return false;
        }
        waiting.add(new Outgoing.Text(frame));
        return true;
    }

    private synchronized boolean isOverflown() {
        return overflown;
    }

    /** Pings the other end; false where it has not opened yet. */
    boolean ping() {
        Session open = socket();
        if (open == null) {
            return false;
        }
        open.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        return true;
    }

    void demand() {
        Session open = socket();
        if (open != null && open.isOpen()) {
            open.demand();
        }
    }

    /** One at a time: the callback of a frame sends the next. */
    private void sendNext(boolean sentOne) {
        Session open = socket();
        if (open == null) {
            return;
        }
        switch (next(sentOne)) {
            case null -> {
            }
            case Outgoing.Text text ->
                open.sendText(text.frame(), Callback.from(() -> sendNext(true), this::fail));
            case Outgoing.Close close -> open.close(close.code(), close.reason(), Callback.NOOP);
        }
    }

    private synchronized @Nullable Session socket() {
        return socket;
    }

    private synchronized @Nullable Outgoing next(boolean sentOne) {
        if (sentOne) {
            sending = false;
        }
        Outgoing next = sending ? null : waiting.poll();
        if (next instanceof Outgoing.Text text) {
            waitingCharacters -= text.frame().length();
        }
        sending |= next != null;
        return next;
    }

    private synchronized void fail(Throwable cause) {
        closed = true;
        waiting.clear();
    }
}
