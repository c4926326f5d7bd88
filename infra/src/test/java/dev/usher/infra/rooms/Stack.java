// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** CloudFormation, as the function sees it: makes requests, and takes their replies on a real port. */
final class Stack implements AutoCloseable {
    static final String ID = "arn:aws:cloudformation:us-west-2:123456789012:stack/chat/51af3dc0-da77-11e4-872e";
    /** Answers nothing and closes. */
    static final int DROP = -1;
    /** Answers nothing. */
    static final int HANG = 0;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final BlockingQueue<JsonNode> replies = new LinkedBlockingQueue<>();
    private final Deque<Integer> faults = new ArrayDeque<>();
    private int requests;
    private final AtomicInteger tries = new AtomicInteger();

    Stack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        tries.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        Integer fault;
        synchronized (faults) {
            fault = faults.poll();
        }
        if (fault != null && fault == HANG) {
            return;
        }
        if (fault != null && fault == DROP) {
            exchange.close();
            return;
        }
        if (fault == null) {
            assertThat(exchange.getRequestMethod()).isEqualTo("PUT");
            assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).isNull();
            assertThat(body.length).isLessThanOrEqualTo(4096);
            replies.add(JSON.readTree(body));
        }
        exchange.sendResponseHeaders(fault == null ? 200 : fault, -1);
        exchange.close();
    }

    /** The next tries to reply go wrong: with an HTTP status, DROP or HANG. */
    void fail(List<Integer> how) {
        synchronized (faults) {
            faults.addAll(how);
        }
    }

    int tries() {
        return tries.get();
    }

    String responseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/reply?Signature=secret%2F";
    }

    CloudFormationCustomResourceEvent request(String type, Map<String, Object> properties,
            @Nullable Map<String, Object> old) {
        CloudFormationCustomResourceEvent event = new CloudFormationCustomResourceEvent();
        event.setRequestType(type);
        event.setStackId(ID);
        event.setRequestId("request-" + ++requests);
        event.setLogicalResourceId("Rooms");
        event.setResourceType("Custom::ChatRooms");
        event.setResponseUrl(responseUrl());
        event.setResourceProperties(properties);
        event.setOldResourceProperties(old);
        return event;
    }

    /** The one reply that has come. */
    JsonNode reply() throws InterruptedException {
        JsonNode reply = replies.poll(20, TimeUnit.SECONDS);
        assertThat(reply).as("a reply").isNotNull();
        assertThat(replies).as("further replies").isEmpty();
        return reply;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
