// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.json.JsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chats in a room of a local chat, from a terminal or from a script. */
// @formatter:off
@Command(name = "join", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Chats in a room of a local chat, from a terminal or a script.",
        description = {
            "%nEach line of standard input is sent as a message, unless it begins with a slash. Standard output shows"
                    + " what the room sees, one thing a line: messages with their ids, \"!\" and the code for what"
                    + " was refused, \"*\" for events. It ends after the last line has been answered.",
            "%n  /delete ID [REASON]     deletes a message for everyone%n"
                    + "  /kick USER [REASON]     disconnects a user%n"
                    + "  /quit                   leaves%n"
                    + "  //...                   a message that begins with a slash%n"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the input ended, and everything was answered",
            "1:the chat closed the connection",
            "2:the command line cannot be used, or there is no such chat or room"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class JoinCommand implements Callable<Integer> {
    private static final List<String> ALL = List.of("SEND_MESSAGE", "DELETE_MESSAGE", "DISCONNECT_USER");

    private final Console console;
    private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();

    // @formatter:off
    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "ROOM", description = "the room's name or ARN")
    private String room;
    @Option(names = "--as", paramLabel = "USER", required = true, description = "the user id to chat as")
    private String userId;
    @Option(names = "--endpoint", paramLabel = "URL", defaultValue = "http://127.0.0.1:" + ListenOptions.PORT,
            description = "where the local chat is; ${DEFAULT-VALUE} if not given")
    private URI endpoint;
    @Option(names = "--attribute", paramLabel = "K=V",
            description = "an attribute of the user, such as role=moderator; may be repeated")
    private Map<String, String> attributes = Map.of();
    @Option(names = "--capability", paramLabel = "NAME",
            description = "SEND_MESSAGE, DELETE_MESSAGE or DISCONNECT_USER; may be repeated; all if not given")
    private List<String> capabilities = ALL;
    @Option(names = "--json", description = "shows frames as they come, one a line")
    private boolean json;
    // @formatter:on

    JoinCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!"http".equals(endpoint.getScheme()) || endpoint.getHost() == null) {
            throw new ParameterException(spec.commandLine(),
                    "--endpoint: expected the http:// address that ./usher"
                            + " chat tells, found " + endpoint);
        }
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            WebSocket socket = connect(http);
            try {
                readInput();
                return new RoomTalk(socket, happenings, console.out(), json).run();
            } catch (IOException nobodyReads) {
                return Exit.OK; // as with "| head"
            } finally {
                socket.abort();
            }
        } catch (IOException | JsonException refused) {
            console.err().println(refused.getMessage());
            return Exit.USAGE;
        }
    }

    private WebSocket connect(HttpClient http) throws IOException, InterruptedException, JsonException {
        ControlPlaneCalls calls = new ControlPlaneCalls(http, endpoint);
        String token = calls.token(calls.roomArn(room), userId, capabilities, attributes);
        URI address = URI.create("ws://" + endpoint.getRawAuthority() + "/");
        try {
            return http.newWebSocketBuilder().subprotocols(token)
                    .buildAsync(address, new RoomSocket(happenings::add))
                    .join();
        } catch (CompletionException refused) {
            throw new IOException("cannot connect to " + address + ": " + refused.getCause(), refused);
        }
    }

    private void readInput() {
        Thread.ofPlatform().daemon().name("usher-input").start(() -> {
            try {
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(console.in(), StandardCharsets.UTF_8));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    happenings.add(new Happening.Line(line));
                }
            } catch (IOException ended) {
                // as at its end
            }
            happenings.add(new Happening.EndOfInput());
        });
    }
}
