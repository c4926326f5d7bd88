// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.LocalChat;
import dev.usher.chat.LocalChatBuilder;
import dev.usher.chat.invoke.FunctionArn;
import dev.usher.chat.invoke.Functions;
import dev.usher.chat.invoke.InProcessInvoker;
import dev.usher.chat.invoke.InvokeEndpoint;
import dev.usher.chat.invoke.Invoker;
import dev.usher.chat.model.ServiceFault;
import dev.usher.config.RulesException;
import dev.usher.infra.enforcement.PolicyException;
import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import dev.usher.json.JsonWriter;
import dev.usher.state.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of a local chat, ready to be called. Thread-safe; close it to end them. */
final class ChatFunctions implements AutoCloseable {
    private static final String ARN_PREFIX = "arn:aws:lambda:us-west-2:123456789012:function:";
    private static final String REVIEW = "review";

    private final RulesInForce rules;
    private final State state;
    private final StateOptions stateOptions;
    private final @Nullable Enforcement enforcement;
    private final Invoker inProcess;
    private final @Nullable Path rulesFile;
    private final boolean onlyMapped;
    private final Map<String, Invoker> mapped = new LinkedHashMap<>();
    private final List<LambdaInvoker> processes = new ArrayList<>();
    private @Nullable RulesFileWatch watch;
    private @Nullable Path layered;
    private Invoker others;
    private volatile @Nullable LocalChat chat;

    private ChatFunctions(FunctionOptions options, StateOptions stateOptions,
            @Nullable Enforcement enforcement) throws IOException, RulesException {
        this.state = stateOptions.open();
        this.stateOptions = stateOptions;
        this.enforcement = enforcement;
        this.rules = RulesInForce.of(options.rules(), options.defaults(), state,
                enforcement == null ? decision -> {} : enforcement);
        this.inProcess = new InProcessInvoker(rules);
        this.rulesFile = options.rules();
        this.onlyMapped = options.onlyMapped();
        this.others = inProcess;
    }

    /** Makes them; those that are processes have their provisioned ones running when this returns. */
    static ChatFunctions start(FunctionOptions options, ProcessOptions how, StateOptions stateOptions,
            @Nullable Enforcement enforcement, Console console)
            throws IOException, RulesException {
        Map<String, FunctionSource> sources = options.sources();
        FunctionSource other = how.others(console.home());
        if (options.onlyMapped() && sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "--only-mapped: no function is mapped; give one with --function");
        }
        ChatFunctions functions = new ChatFunctions(options, stateOptions, enforcement);
        try {
            for (Map.Entry<String, FunctionSource> source : sources.entrySet()) {
                String name = FunctionArn.of(source.getKey()).name();
                functions.mapped.put(source.getKey(),
                        functions.invoker(name, source.getValue(), how, console));
            }
            if (other != null && !options.onlyMapped()) {
                functions.others = functions.invoker(REVIEW, other, how, console);
            }
            how.check(!functions.processes.isEmpty());
        } catch (IOException | RuntimeException failed) {
            functions.close();
            throw failed;
        }
        if (functions.isAnyInProcess()) {
            Thread.ofVirtual().start(functions.rules::warmUp);
            functions.watch = functions.rulesFile == null ? null
                    : RulesFileWatch.start(functions.rules, functions.rulesFile, console.err());
        }
        return functions;
    }

    private Invoker invoker(String name, FunctionSource source, ProcessOptions how, Console console)
            throws IOException {
        return switch (source) {
            case FunctionSource.InProcess here -> inProcess;
            case FunctionSource.Endpoint endpoint -> new InvokeEndpoint(endpoint.address());
            case FunctionSource.Artifact artifact -> {
                LambdaInvoker started = how.start(name, folder(artifact, console.home()), artifact,
                        rulesFile, stateOptions.variables(), enforcement, console);
                processes.add(started);
                yield started;
            }
        };
    }

    /** The artifact's, or where there is a table one with the layer that can open it. */
    private Path folder(FunctionSource.Artifact artifact, Path home) throws IOException {
        if (!Files.isDirectory(artifact.folder())) {
            throw new IllegalArgumentException("no artifact in " + artifact.folder());
        }
        if (!stateOptions.isShared()) {
            return artifact.folder();
        }
        Path in = layered == null ? Files.createTempDirectory("usher-chat") : layered;
        layered = in;
        return LayeredArtifact.of(artifact.folder(),
                home.resolve("state-dynamodb").resolve("target").resolve("layer"), in);
    }

    private boolean isAnyInProcess() {
        return mapped.containsValue(inProcess) || (!onlyMapped && others.equals(inProcess));
    }

    void apply(LocalChatBuilder builder) {
        mapped.forEach(builder::function);
        builder.reviewFunction(handlerArn());
        if (onlyMapped) {
            builder.onlyKnownFunctions();
        } else {
            builder.otherFunctions(others);
        }
        if (isAnyInProcess()) {
            builder.explainer(this::explain).rulesDesk(rules);
        }
    }

    /** Takes the chat that runs with them, once it does. */
    void serve(LocalChat running) throws IOException, PolicyException {
        this.chat = running;
        if (enforcement != null) {
            enforcement.start(running, state.bans());
        }
    }

    /** How our rules come to a verdict; nothing where another function reviews the room. */
    private byte[] explain(byte[] event) throws JsonException {
        LocalChat running = chat;
        if (running == null || !isReviewedHere(running, event)) {
            return "{\"steps\":[]}".getBytes(StandardCharsets.UTF_8);
        }
        return rules.explain(event);
    }

    private boolean isReviewedHere(LocalChat running, byte[] event) throws JsonException {
        String room = read(event).member("RoomArn").string();
        try {
            String described = running.call("GetRoom",
                    new String(new JsonWriter().beginObject().name("identifier")
                            .value(room).endObject().toByteArray(), StandardCharsets.UTF_8));
            String uri = read(described.getBytes(StandardCharsets.UTF_8)).member("messageReviewHandler")
                    .member("uri")
                    .string();
            return new Functions(mapped, onlyMapped ? null : others).find(uri)
                    .filter(invoker -> invoker.equals(inProcess)).isPresent();
        } catch (ServiceFault | JsonException goneOrUnreviewed) {
            return false;
        }
    }

    private static JsonCursor read(byte[] json) throws JsonException {
        return JsonCursor.root(JsonReader.read(json, JsonReader.Limits.DEFAULT));
    }

    /** The function for new rooms. */
    String handlerArn() {
        String name = onlyMapped ? mapped.keySet().iterator().next() : REVIEW;
        return name.startsWith("arn:") ? name : ARN_PREFIX + name;
    }

    /** One line on who reviews, and what follows. */
    @Override
    public String toString() {
        return reviews() + (enforcement == null ? "" : "; then enforced by " + enforcement);
    }

    private String reviews() {
        if (!isAnyInProcess()) {
            return processes.isEmpty() ? "by " + mapped.keySet() : "by " + processes.get(0);
        }
        return rulesFile == null
                ? "by the rules that ship (--rules takes others)"
                : "by " + rulesFile + ", read again when it changes";
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        if (enforcement != null) {
            enforcement.close();
        }
        processes.forEach(LambdaInvoker::close);
        Path links = layered;
        if (links != null && Files.exists(links)) {
            try {
                LayeredArtifact.delete(links);
            } catch (IOException left) {
                // a folder of links in the temporary one
            }
        }
    }
}
