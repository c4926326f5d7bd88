// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import dev.usher.chat.service.Peer;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent over one WebSocket, in order. Thread-safe; never waits for the network.
 *
 * <p>Bounded: a client that reads too slowly is disconnected, so that it hurts only itself.
 */
final class Outbox implements Peer {
    private static final int MOST_WAITING = 4 * 1024 * 1024;
    private static final int BATCH = 32;
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
        send(List.of(frame));
    }

    @Override
    public void send(List<String> frames) {
        if (put(frames)) {
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

    /** Puts frames into the queue; false where that makes too much. */
    private synchronized boolean put(List<String> frames) {
        for (String frame : frames) {
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
        }
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

    /** One batch at a time: the callback of its last frame sends the next. */
    private void sendNext(boolean sentOne) {
        Session open = socket();
        if (open == null) {
            return;
        }
        List<Outgoing> batch = next(sentOne);
        for (int i = 0; i < batch.size(); i++) {
            boolean last = i == batch.size() - 1;
            switch (batch.get(i)) {
                case Outgoing.Text text -> send(open, text.frame(), last);
                case Outgoing.Close close -> open.close(close.code(), close.reason(), Callback.NOOP);
            }
        }
    }

    /** Jetty's own interface has no way to say that more follows; what is beneath it has. */
    private void send(Session open, String frame, boolean last) {
        if (last) {
            open.sendText(frame, Callback.from(() -> sendNext(true), this::fail));
        } else {
            ((WebSocketSession) open).getCoreSession().sendFrame(new Frame(OpCode.TEXT).setPayload(frame),
                    org.eclipse.jetty.util.Callback.from(() -> {}, this::fail), true);
        }
    }

    private synchronized @Nullable Session socket() {
        return socket;
    }

    private synchronized List<Outgoing> next(boolean sentOne) {
        if (sentOne) {
            sending = false;
        }
        if (sending || waiting.isEmpty()) {
            return List.of();
        }
        sending = true;
        List<Outgoing> batch = new ArrayList<>();
        while (!waiting.isEmpty() && batch.size() < BATCH) {
            Outgoing next = waiting.remove();
            if (next instanceof Outgoing.Text text) {
                waitingCharacters -= text.frame().length();
            }
            batch.add(next);
        }
        return batch;
    }

    private synchronized void fail(Throwable cause) {
        closed = true;
        waiting.clear();
    }
}
