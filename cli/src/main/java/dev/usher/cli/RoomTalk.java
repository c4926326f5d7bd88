// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.json.JsonException;
import dev.usher.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;

/** What a user says to a room, and what the room says. One thread at a time. */
final class RoomTalk {
    /** A connection may send ten requests a second; a script would send more. */
    private static final Duration PACE = Duration.ofMillis(105);

    private final WebSocket socket;
    private final BlockingQueue<Happening> happenings;
    private final OutputStream out;
    private final boolean json;
    private final Map<String, String> unanswered = new HashMap<>();
    private long lastRequest = System.nanoTime() - PACE.toNanos();
    private boolean leaving;

    /** Takes an open connection, and everything that happens on it and before the terminal. */
    RoomTalk(WebSocket socket, BlockingQueue<Happening> happenings, OutputStream out, boolean json) {
        this.socket = socket;
        this.happenings = happenings;
        this.out = out;
        this.json = json;
    }

    /** Until the user leaves and everything is answered, or the room closes; the exit code. */
    int run() throws IOException, InterruptedException {
        while (!leaving || !unanswered.isEmpty()) {
            switch (happenings.take()) {
                case Happening.Line line -> say(line.text());
                case Happening.EndOfInput end -> leaving = true;
                case Happening.Frame frame -> show(frame.json());
                case Happening.Closed closed -> {
                    print("* " + ShownFrame.shown(closed.why()));
                    return Exit.SOME_BAD;
                }
            }
        }
        return Exit.OK;
    }

    private void say(String line) throws IOException, InterruptedException {
        if (leaving || line.isEmpty()) {
            return;
        }
        String[] words = line.split(" ", 3);
        String reason = words.length > 2 ? words[2] : "";
        if (line.equals("/quit")) {
            leaving = true;
        } else if (words[0].equals("/delete") && words.length > 1) {
            send(line, "DELETE_MESSAGE", "Id", words[1], reason);
        } else if (words[0].equals("/kick") && words.length > 1) {
            send(line, "DISCONNECT_USER", "UserId", words[1], reason);
        } else if (line.startsWith("/") && !line.startsWith("//")) {
            print("! expected /delete ID, /kick USER or /quit; // for a message that begins with a slash");
        } else {
            String content = line.startsWith("//") ? line.substring(1) : line;
            send(content, "SEND_MESSAGE", "Content", content, "");
        }
    }

    private void send(String shown, String action, String name, String value, String reason)
            throws InterruptedException {
        long wait = lastRequest + PACE.toNanos() - System.nanoTime();
        if (wait > 0) {
            Thread.sleep(Duration.ofNanos(wait));
        }
        lastRequest = System.nanoTime();
        String id = UUID.randomUUID().toString(); // others see it too, so it must not be one of theirs
        JsonWriter frame = new JsonWriter().beginObject().name("Action").value(action).name("RequestId")
                .value(id)
                .name(name).value(value);
        if (!reason.isEmpty()) {
            frame.name("Reason").value(reason);
        }
        unanswered.put(id, shown);
        try {
            socket.sendText(new String(frame.endObject().toByteArray(), StandardCharsets.UTF_8), true).join();
        } catch (CompletionException closed) {
            happenings.add(new Happening.Closed("the connection broke: " + closed.getCause()));
        }
    }

    private void show(String frame) throws IOException {
        try {
            ShownFrame shown = ShownFrame.of(frame, unanswered);
            if (shown.requestId() != null) {
                unanswered.remove(shown.requestId());
            }
            print(json ? frame : shown.line());
        } catch (JsonException strange) {
            print("? " + ShownFrame.shown(frame));
        }
    }

    private void print(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
