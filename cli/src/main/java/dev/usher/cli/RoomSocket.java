// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands on what comes over a connection to a room. Called by one thread at a time. */
final class RoomSocket implements WebSocket.Listener {
    private final Consumer<Happening> happened;
    private final StringBuilder partial = new StringBuilder();

    RoomSocket(Consumer<Happening> happened) {
        this.happened = happened;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            happened.accept(new Happening.Frame(partial.toString()));
            partial.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        happened.accept(new Happening.Closed((reason.isEmpty() ? "the chat closed the connection" : reason)
                + " (" + code + ")"));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        happened.accept(new Happening.Closed("the connection broke: " + error.getMessage()));
    }
}
