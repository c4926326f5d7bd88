// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import dev.usher.chat.invoke.Functions;
import dev.usher.chat.model.ServiceModel;
import dev.usher.chat.page.Playground;
import dev.usher.chat.service.ChatService;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Everything behind one port. Thread-safe. */
public final class WebServer implements AutoCloseable {
    private static final int THREADS = 64;
    private static final int FRAME = 32 * 1024;
    private static final Duration PING = Duration.ofSeconds(30);
    private static final Duration DEAD = Duration.ofSeconds(100);
    private static final Duration GOODBYE = Duration.ofMillis(500);
    private static final Duration EXPIRY = Duration.ofMillis(250);
    private final Server server;
    private final ServerConnector connector;
    private final ChatService chat;
    private final Connections connections = new Connections();
    private final ExecutorService requests = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("usher-http-", 0).factory());
    private final Clockwork clockwork = new Clockwork();

    /**
     * What to listen on and whom to answer.
     *
     * @param port 0 for any that is free
     * @param origins of pages that may call besides our own
     */
    public record Binding(String host, int port, Set<String> origins, String functionArnPrefix,
            Duration functionTimeout) {}

    /** Puts it together; {@link #start} opens the port. */
    public WebServer(Binding binding, ServiceModel model, ChatService chat, Functions functions,
            Playground page) {
        this.chat = chat;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("usher-server");
        threads.setDaemon(true);
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(binding.host());
        connector.setPort(binding.port());
        server.addConnector(connector);
        server.setErrorHandler(new JsonErrors());
        server.setStopTimeout(0);
        ServerWebSocketContainer container = ServerWebSocketContainer.ensure(server);
        container.setMaxTextMessageSize(FRAME);
        container.setIdleTimeout(DEAD);
        Origins origins = new Origins(binding.origins(), binding.host());
        server.setHandler(new FrontDoor(origins,
                List.of(new ChatDoor(container, chat.messaging(), connections),
                        new PageDoor(page, origins, requests),
                        new InvokeDoor(functions, binding.functionArnPrefix(), binding.functionTimeout(),
                                requests),
                        new ControlPlaneDoor(model, chat.controlPlane(), chat.journal(), requests))));
    }

    /** Opens the port and says which it is. */
    public int start() throws IOException {
        try {
            server.start();
        } catch (IOException taken) {
            close();
            throw taken;
        } catch (Exception broken) {
            close();
            throw new IllegalStateException(broken);
        }
        clockwork.every(PING, () -> connections.forEach(Connection::ping));
        clockwork.every(EXPIRY, chat.messaging()::closeExpired);
        return connector.getLocalPort();
    }

    /** Says goodbye to every connection and closes the port. */
    @Override
    public void close() {
        clockwork.stop();
        connections.forEach(Connection::serverStops);
        connections.awaitNone(GOODBYE);
        requests.shutdownNow();
        chat.messaging().stop();
        try {
            server.stop();
        } catch (Exception broken) {
            throw new IllegalStateException("the server did not stop", broken);
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        // ARNs come in the path as one label: their slash is %2F.
        http.setUriCompliance(UriCompliance.from(Set.of(UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING)));
        return http;
    }
}
