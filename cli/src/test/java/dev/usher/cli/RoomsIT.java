// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.usher.chat.LocalChat;
import dev.usher.chat.LocalChatBuilder;
import dev.usher.chat.invoke.InProcessInvoker;
import dev.usher.handler.MessageReviewHandler;
import dev.usher.lambda.LambdaFunction;
import dev.usher.lambda.LambdaProcess;
import dev.usher.lambda.RuntimeClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Rooms, by the command and by the function as it is deployed, both killed in the middle. */
@EnabledOnOs(OS.LINUX)
final class RoomsIT {
    private static final String REVIEW = "arn:aws:lambda:us-west-2:123456789012:function:review:live";
    private static final Map<String, String> AWS = Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY",
            "secret", "AWS_REGION", "us-west-2", "AWS_EC2_METADATA_DISABLED", "true");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 120;

    /** Rooms a second that the chat grants; -Dusher.rooms.quota=5 is the service's own, and takes minutes. */
    private static final int QUOTA = Integer.getInteger("usher.rooms.quota", 500);

    @TempDir private Path folder;

    @Test
    void aThousandRoomsAreAttachedOnceEachThoughTheCommandIsKilledTwice() throws Exception {
        try (LocalChat chat = chat().quotas(true).ticker(() -> System.nanoTime() * (QUOTA / 5L)).start()) {
            for (int i = 0; i < 1000; i++) {
                chat.call("CreateRoom", "{\"name\":\"room-" + i + "\"}");
            }
            for (int kill = 1; kill <= 2; kill++) {
                Process process = start(List.of(), attach(chat));
                while (process.isAlive() && updates(chat) < 300L * kill) {
                    Thread.onSpinWait();
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                process.destroyForcibly();
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(updates(chat)).isBetween(300L * kill, 999L);
            }
            Process last = start(List.of(), attach(chat));
            assertThat(last.waitFor(PATIENCE_SECONDS * 3L, TimeUnit.SECONDS)).isTrue();
            assertThat(last.exitValue()).as(log()).isZero();
            assertThat(updates(chat)).isEqualTo(1000);
            assertThat(log()).contains("1000 rooms, ", " rooms attached");
            Process list = start(List.of(), "rooms", "list", "--handler", REVIEW, "--fallback", "DENY",
                    "--rate", "" + QUOTA, "--endpoint-url", chat.endpoint().toString());
            assertThat(list.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(list.exitValue()).as(log()).isZero();
            assertThat(log()).contains("0 of 1000 rooms differ");
        }
    }

    @Test
    void provesAndDetachesLiveRooms() throws Exception {
        try (LocalChat chat = chat().start()) {
            chat.call("CreateRoom",
                    "{\"name\":\"good\",\"messageReviewHandler\":{\"uri\":\"" + REVIEW + "\"}}");
            chat.call("CreateRoom", "{\"name\":\"open\"}");
            String endpoint = chat.endpoint().toString();
            assertThat(run("rooms", "prove", "--name", "good", "--endpoint-url", endpoint)).as(log())
                    .isZero();
            assertThat(log()).contains("1 of 1 rooms are proven");
            assertThat(run("rooms", "prove", "--all", "--patience", "0", "--endpoint-url", endpoint)).isOne();
            assertThat(log()).contains("open (arn:", "NO_HANDLER");
            assertThat(run("rooms", "attach", "--all", "--dry-run", "--handler", REVIEW, "--endpoint-url",
                    endpoint)).isZero();
            assertThat(updates(chat)).isZero();
            assertThat(run("rooms", "detach", "--name", "good", "--endpoint-url", endpoint)).isZero();
            assertThat(updates(chat)).isOne();
            assertThat(run("rooms", "attach", "--handler", REVIEW, "--endpoint-url", endpoint))
                    .isEqualTo(Exit.USAGE);
            assertThat(log()).contains("which rooms?");
        }
    }

    @Test
    void saysThatThereAreNoCredentials() throws Exception {
        try (LocalChat chat = chat().start()) {
            ProcessBuilder builder = command(List.of(), "rooms", "list", "--region", "us-west-2",
                    "--endpoint-url", chat.endpoint().toString());
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
            builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
            builder.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
            Process process = builder.start();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(Exit.USAGE);
            assertThat(log()).contains("no AWS credentials: set AWS_ACCESS_KEY_ID");
        }
    }

    @Test
    void otherCommandsLoadNothingOfAws() throws Exception {
        Path classes = folder.resolve("classes");
        Process process = start(List.of("-Xlog:class+load=info:file=" + classes + ":none"), "words", "hello");
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(classes)).contains("dev.usher.cli.WordsCommand")
                .doesNotContain("software.amazon.awssdk", "dev.usher.infra.rooms.Prover");
    }

    @Test
    void theFunctionFinishesWhatAKilledOneHasBegun() throws Exception {
        try (LocalChat chat = chat().start(); Replies replies = new Replies()) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                names.add("room-" + i);
            }
            ObjectNode create = event("Create", replies, names, "1");
            killedIn(chat, create, "CreateRoom", 5);
            assertThat(finished(chat, create, replies).at("/Data/RoomCount").asText()).isEqualTo("12");
            assertThat(chat.count("ControlPlane CreateRoom")).isEqualTo(12);

            ObjectNode update = event("Update", replies, names, "2");
            ((ObjectNode) update.get("ResourceProperties")).put("MaximumMessageLength", "100");
            update.set("OldResourceProperties", create.get("ResourceProperties"));
            killedIn(chat, update, "UpdateRoom", 5);
            finished(chat, update, replies);
            assertThat(updates(chat)).isEqualTo(12);

            ObjectNode delete = event("Delete", replies, names, "2");
            killedIn(chat, delete, "DeleteRoom", 5);
            finished(chat, delete, replies);
            assertThat(chat.count("ControlPlane DeleteRoom")).isEqualTo(12);
            assertThat(chat.call("ListRooms", "{}")).isEqualTo("{\"rooms\":[]}");
        }
    }

    /** The function is killed as soon as it has done so many calls, in the midst of the rest. */
    private static void killedIn(LocalChat chat, ObjectNode event, String operation, int calls)
            throws Exception {
        try (LambdaProcess process = function(chat, "40")) {
            var outcome = process.invoke(event.toString().getBytes(StandardCharsets.UTF_8));
            while (!outcome.isDone() && chat.count("ControlPlane " + operation) < calls) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            assertThat(outcome).isNotDone();
        }
        assertThat(chat.count("ControlPlane " + operation)).isBetween((long) calls, 11L);
    }

    private static JsonNode finished(LocalChat chat, ObjectNode event, Replies replies) throws Exception {
        try (LambdaProcess process = function(chat, "1000")) {
            assertThat(new String(
                    Functions.answer(process, event.toString().getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8)).isEqualTo("\"SUCCESS\"");
            JsonNode reply = replies.bodies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(reply).isNotNull();
            assertThat(replies.bodies).isEmpty();
            return reply;
        }
    }

    private static LambdaProcess function(LocalChat chat, String callsPerSecond) throws IOException {
        LambdaFunction function = new LambdaFunction(
                Run.HOME.resolve("infra").resolve("target").resolve("lambda"),
                "dev.usher.infra.rooms.ChatRoomsHandler::handleRequest", 256, Duration.ofSeconds(60),
                Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_ENDPOINT_URL_IVSCHAT",
                        chat.endpoint().toString(), "USHER_CALLS_PER_SECOND", callsPerSecond));
        return LambdaProcess.start(function,
                RuntimeClient.in(Run.HOME.resolve("cli").resolve("target").resolve("app").resolve("runtime")),
                OutputStream.nullOutputStream());
    }

    private static ObjectNode event(String type, Replies replies, List<String> names, String revision) {
        ObjectNode event = JSON.createObjectNode().put("RequestType", type)
                .put("ServiceToken", "arn:aws:lambda:us-west-2:123456789012:function:rooms")
                .put("ResponseURL", replies.url()).put("RequestId", type)
                .put("StackId", "arn:aws:cloudformation:us-west-2:123456789012:stack/chat/51af3dc0")
                .put("LogicalResourceId", "Rooms").put("ResourceType", "Custom::ChatRooms");
        ObjectNode properties = event.putObject("ResourceProperties");
        properties.put("HandlerArn", REVIEW).put("FallbackResult", "DENY").put("Revision", revision);
        names.forEach(properties.putArray("Rooms")::add);
        return event;
    }

    /** A chat whose reviews are the function's, in this process. */
    private static LocalChatBuilder chat() {
        MessageReviewHandler handler = new MessageReviewHandler();
        return LocalChat.builder().reviewLimit(Duration.ofSeconds(20)).function(REVIEW,
                new InProcessInvoker(event -> {
                    ByteArrayOutputStream response = new ByteArrayOutputStream();
                    synchronized (handler) {
                        handler.handleRequest(new ByteArrayInputStream(event), response, null);
                    }
                    return response.toByteArray();
                }));
    }

    private static long updates(LocalChat chat) {
        return chat.count("ControlPlane UpdateRoom");
    }

    private static String[] attach(LocalChat chat) {
        return new String[]{"rooms", "attach", "--all", "--handler", REVIEW, "--rate", "" + QUOTA,
            "--endpoint-url", chat.endpoint().toString()};
    }

    private int run(String... arguments) throws Exception {
        Process process = start(List.of(), arguments);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Process start(List<String> flags, String... arguments) throws IOException {
        return command(flags, arguments).start();
    }

    private ProcessBuilder command(List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(flags);
        command.addAll(List.of("-Dusher.home=" + Run.HOME, "-cp",
                Run.HOME.resolve("cli/target/app/lib") + "/*", "dev.usher.cli.Usher"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(AWS);
        return builder;
    }

    private String log() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Where CloudFormation takes replies. */
    private static final class Replies implements AutoCloseable {
        final BlockingQueue<JsonNode> bodies = new LinkedBlockingQueue<>();
        private final HttpServer server;

        Replies() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                bodies.add(JSON.readTree(exchange.getRequestBody()));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/reply";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
