// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The Runtime API of one function process, version 2018-06-01, on a loopback port: next, response, error, init/error.
 * Thread-safe.
 */
final class RuntimeApi implements AutoCloseable {
    static final String ROOT = "/2018-06-01/runtime/";
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
    /** The most that Lambda takes as a response. */
    private static final int MOST_RESPONSE_SIZE = 6 * 1024 * 1024;

    static {
        // Without it a delayed acknowledgement adds 40 ms to a warm call. The server reads it once, when first made.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LambdaFunction function;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<FunctionError> initError = new CompletableFuture<>();
    private volatile @Nullable Invocation running;

    RuntimeApi(LambdaFunction function) throws IOException {
        this.function = function;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} wants them. */
    String address() {
        return "127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Done when the function asks for its first event. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Done when the function says that it cannot be made. */
    CompletableFuture<FunctionError> initError() {
        return initError;
    }

    void offer(Invocation invocation) {
        waiting.add(invocation);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            Invocation current = running;
            if (path.equals(ROOT + "invocation/next")) {
                next(exchange);
            } else if (path.equals(ROOT + "init/error")) {
                initError.complete(error(exchange));
                accepted(exchange);
            } else if (current != null && path.equals(ROOT + "invocation/" + current.id() + "/response")) {
                response(exchange, current);
            } else if (current != null && path.equals(ROOT + "invocation/" + current.id() + "/error")) {
                FunctionError error = error(exchange);
                accepted(exchange);
                current.failed(error);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.complete(null);
        Invocation invocation = waiting.take();
        running = invocation;
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn",
                function.arn());
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms",
                Long.toString(System.currentTimeMillis() + function.timeout().toMillis()));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        invocation.handOver();
        if (invocation.event().length == 0) {
            exchange.sendResponseHeaders(200, -1); // a length of 0 would mean a chunked response
        } else {
            exchange.sendResponseHeaders(200, invocation.event().length);
            exchange.getResponseBody().write(invocation.event());
        }
    }

    private static void response(HttpExchange exchange, Invocation invocation) throws IOException {
        byte[] response = exchange.getRequestBody().readNBytes(MOST_RESPONSE_SIZE + 1);
        if (response.length > MOST_RESPONSE_SIZE) {
            exchange.sendResponseHeaders(413, -1);
            invocation.failed(new FunctionError("Function.ResponseSizeTooLarge",
                    "{\"errorMessage\":\"a response of more than " + MOST_RESPONSE_SIZE + " bytes\"}"));
        } else {
            accepted(exchange);
            invocation.answered(response);
        }
    }

    private static FunctionError error(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst(ERROR_TYPE);
        byte[] payload = exchange.getRequestBody().readNBytes(MOST_RESPONSE_SIZE);
        return new FunctionError(type == null ? "Unknown" : type,
                new String(payload, StandardCharsets.UTF_8));
    }

    private static void accepted(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(202, -1);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
