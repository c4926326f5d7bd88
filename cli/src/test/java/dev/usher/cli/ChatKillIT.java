// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.archive.FileArchive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code usher chat --data}, killed again and again while several clients work with it. */
final class ChatKillIT {
    private static final int KILLS = Integer.getInteger("kills", 2); // more of them: -Dkills=40
    private static final int CLIENTS = 4;
    private static final int ACKNOWLEDGED_BEFORE_A_KILL = 60;
    private static final Pattern ADDRESS = Pattern.compile("this machine: (http://[^/]*)/");
    private static final Pattern ARN = Pattern.compile("\"arn\":\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

    @TempDir private Path folder;
    private final Collection<String> rooms = new ConcurrentLinkedQueue<>();
    private final Collection<String> messages = new ConcurrentLinkedQueue<>();

    @Test
    void everythingAcknowledgedIsThereAfterwards() throws Exception {
        Path data = folder.resolve("data");
        for (int kill = 1; kill <= KILLS; kill++) {
            workUntilKilled(data);
            try (FileArchive archive = FileArchive.in(data)) {
                Map<String, String> kept = archive.read("room");
                assertThat(rooms).allSatisfy(arn -> assertThat(kept.get(arn)).contains("\"tagged\":\"yes\""));
                String said = String.join("\n", archive.read("message").values());
                assertThat(messages).allSatisfy(content -> assertThat(said).contains("\"" + content + "\""));
            }
        }
        assertThat(messages).hasSizeGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED_BEFORE_A_KILL / 2);
        assertThat(rooms).hasSizeGreaterThanOrEqualTo(KILLS * CLIENTS);
    }

    private void workUntilKilled(Path data) throws IOException, InterruptedException {
        Process usher = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dusher.home=" + Run.HOME, "-cp",
                Run.HOME.resolve("cli/target/app/lib") + "/*", "dev.usher.cli.Usher", "chat", "--port", "0",
                "--data",
                data.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(usher.getInputStream(), StandardCharsets.UTF_8))) {
            Matcher address = ADDRESS.matcher(String.valueOf(out.readLine()));
            assertThat(address.find()).isTrue();
            URI endpoint = URI.create(address.group(1));
            CountDownLatch acknowledged = new CountDownLatch(ACKNOWLEDGED_BEFORE_A_KILL);
            Thread[] clients = new Thread[CLIENTS];
            for (int i = 0; i < CLIENTS; i++) {
                clients[i] = Thread.ofPlatform().daemon()
                        .start(() -> workUntilItIsGone(endpoint, acknowledged));
            }
            assertThat(acknowledged.await(60, TimeUnit.SECONDS)).isTrue();
            usher.toHandle().destroyForcibly();
            assertThat(usher.waitFor(20, TimeUnit.SECONDS)).isTrue();
            for (Thread client : clients) {
                assertThat(client.join(Duration.ofSeconds(20))).isTrue();
            }
        }
    }

    /** Makes rooms and talks in them; notes what was acknowledged. */
    private void workUntilItIsGone(URI endpoint, CountDownLatch acknowledged) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (true) {
                String arn = call(http, endpoint, "CreateRoom", "{\"maximumMessageRatePerSecond\":100,"
                        + "\"tags\":{\"tagged\":\"yes\"},\"messageReviewHandler\":{\"uri\":"
                        + "\"arn:aws:lambda:us-west-2:123456789012:function:review\"}}", ARN);
                rooms.add(arn);
                acknowledged.countDown();
                String token = call(http, endpoint, "CreateChatToken", "{\"roomIdentifier\":\"" + arn
                        + "\",\"userId\":\"ann\",\"capabilities\":[\"SEND_MESSAGE\"]}", TOKEN);
                talk(http, endpoint, token, arn.substring(arn.length() - 12), acknowledged);
            }
        } catch (IOException | CompletionException gone) {
            // it was killed
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(HttpClient http, URI endpoint, String token, String room, CountDownLatch acknowledged)
            throws IOException, InterruptedException {
        BlockingQueue<Happening> heard = new LinkedBlockingQueue<>();
        WebSocket socket = http.newWebSocketBuilder().subprotocols(token)
                .buildAsync(URI.create("ws://" + endpoint.getRawAuthority() + "/"),
                        new RoomSocket(heard::add))
                .join();
        for (int i = 0; i < 9; i++) {
            String content = room + "-" + i;
            socket.sendText("{\"Action\":\"SEND_MESSAGE\",\"Content\":\"" + content + "\"}", true).join();
            if (!(heard.take() instanceof Happening.Frame frame)) {
                throw new IOException("closed");
            }
            if (frame.json().contains("\"Type\":\"MESSAGE\"")) {
                messages.add(content);
                acknowledged.countDown();
            }
        }
        socket.abort();
    }

    private static String call(HttpClient http, URI endpoint, String operation, String input, Pattern wanted)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(endpoint.resolve("/" + operation))
                .POST(BodyPublishers.ofString(input)).build(), BodyHandlers.ofString());
        Matcher found = wanted.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }
}
