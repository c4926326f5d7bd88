// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import dev.usher.chat.archive.Archive;
import dev.usher.chat.invoke.Fault;
import dev.usher.chat.invoke.FaultyInvoker;
import dev.usher.chat.invoke.Functions;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.Routed;
import dev.usher.chat.model.ServiceFault;
import dev.usher.chat.model.ServiceModel;
import dev.usher.chat.page.Playground;
import dev.usher.chat.service.ChatService;
import dev.usher.chat.service.Settings;
import dev.usher.chat.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A chat service that runs. Thread-safe; close it to stop it. */
public final class LocalChat implements AutoCloseable {
    private final ServiceModel model = ServiceModel.load();
    private final FaultyInvoker reviewers;
    private final ChatService chat;
    private final Archive archive;
    private final WebServer server;
    private final String host;
    private final int port;

    LocalChat(Settings settings, WebServer.Binding binding, Functions functions, Playground.Hooks hooks,
            Archive archive)
            throws IOException {
        this.reviewers = new FaultyInvoker(functions);
        this.chat = new ChatService(model, settings, reviewers, archive);
        this.archive = archive;
        this.server = new WebServer(binding, model, chat, functions,
                new Playground(chat, reviewers, hooks, settings.reviewLimit()));
        this.host = binding.host().contains(":") ? "[" + binding.host() + "]" : binding.host();
        try {
            this.port = server.start();
        } catch (IOException taken) {
            archive.close();
            throw taken;
        }
    }

    /** A chat on any free port of 127.0.0.1, without a handler, until told otherwise. */
    public static LocalChatBuilder builder() {
        return new LocalChatBuilder();
    }

    /** What AWS clients take as their endpoint, such as {@code http://127.0.0.1:4566}; the page is there too. */
    public URI endpoint() {
        return URI.create("http://" + host + ":" + port);
    }

    /** What the chat client takes as its {@code regionOrUrl}, such as {@code ws://127.0.0.1:4566}. */
    public URI chatEndpoint() {
        return URI.create("ws://" + host + ":" + port);
    }

    public int port() {
        return port;
    }

    /**
     * Does an operation of the control plane without a client.
     *
     * @param operation such as {@code CreateRoom}; not one of those on tags
     * @param input its input as JSON
     * @return its output as JSON
     * @throws ServiceFault where the service would answer with an error
     */
    public String call(String operation, String input) {
        Routed routed = new Routed(model.operation(operation), "");
        return Json.write(chat.controlPlane().call(routed.operation(),
                routed.input(input.getBytes(StandardCharsets.UTF_8), null), chat.controlPlane().region()));
    }

    /** From now on reviews go wrong in this way; empty ends that. */
    public void inject(Optional<Fault> fault) {
        reviewers.inject(fault);
    }

    /**
     * The next so many calls that give a room a handler are refused, as by the service where the permission to invoke it
     * has just been made.
     */
    public void hidePermission(int times) {
        chat.permissions().hide(times);
    }

    /**
     * How often something happened, by CloudWatch's names where it has one: {@code AWS/Lambda Invocations},
     * {@code AWS/IVSChat ResponseValidationErrors}, {@code Reviews DENY}, {@code Fallbacks TIMED_OUT},
     * {@code Chat MessagesDelivered}; {@code ControlPlane UpdateRoom} for calls that were done, {@code ControlPlane
     * Throttled} for those that were not.
     */
    public long count(String name) {
        return chat.counters().count(name);
    }

    /** Whose connections to a room are open; a user with many is there many times. */
    public List<String> userIds(String roomArn) {
        return chat.messaging().userIds(roomArn);
    }

    @Override
    public void close() {
        server.close();
        archive.close();
    }
}
