// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import dev.usher.chat.service.ChatToken;
import dev.usher.chat.service.Messaging;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/**
 * The messaging API: a WebSocket whose one subprotocol is the chat token. The token must come back as the accepted
 * subprotocol, or browsers drop the connection.
 */
final class ChatDoor implements Door {
    private final ServerWebSocketContainer container;
    private final Messaging messaging;
    private final Connections connections;

    ChatDoor(ServerWebSocketContainer container, Messaging messaging, Connections connections) {
        this.container = container;
        this.messaging = messaging;
        this.connections = connections;
    }

    @Override
    public boolean isFor(Request request) {
        return "/".equals(request.getHttpURI().getPath())
                && request.getHeaders().contains(HttpHeader.UPGRADE, "websocket");
    }

    @Override
    public void enter(Request request, Response response, Callback callback) {
        if (!container.upgrade(this::connection, request, response, callback)) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400,
                    "This is not a WebSocket handshake");
        }
    }

    private @Nullable Object connection(ServerUpgradeRequest request,
            ServerUpgradeResponse response, Callback callback) {
        List<String> offered = request.getSubProtocols();
        Optional<ChatToken> token = offered.size() == 1 ? messaging.redeem(offered.get(0)) : Optional.empty();
        if (token.isEmpty()) {
            Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403,
                    "The token is unknown, used or expired");
            return null;
        }
        response.setAcceptedSubProtocol(offered.get(0));
        response.setExtensions(List.of()); // no compression: one frame goes to many, and each would compress it anew
        Connection connection = new Connection(messaging, token.get(), Request.getRemoteAddr(request),
                connections);
        connections.add(connection);
        return connection;
    }
}
