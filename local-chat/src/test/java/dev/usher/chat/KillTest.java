// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.archive.FileArchive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that is killed while it works loses nothing that it had acknowledged. */
final class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 4); // more of them: -Dkills=40
    private static final int LINES_BEFORE_THE_FIRST_KILL = 25;

    @TempDir Path data;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged.addAll(workUntilKilled(kill * LINES_BEFORE_THE_FIRST_KILL));
            try (FileArchive archive = FileArchive.in(data)) {
                Map<String, String> rooms = archive.read("room");
                String messages = String.join("\n", archive.read("message").values());
                assertThat(acknowledged).allSatisfy(line -> {
                    String what = line.substring(line.indexOf(' ') + 1);
                    if (line.startsWith("room ")) {
                        assertThat(rooms.get(what)).contains("\"tagged\":\"yes\"");
                    } else {
                        assertThat(messages).contains("\"Content\":\"" + what + "\"");
                    }
                });
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * LINES_BEFORE_THE_FIRST_KILL);
    }

    /** The lines that a child process said, all of them after the fact, until it was killed. */
    private List<String> workUntilKilled(int lines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1", Worker.class.getName(),
                data.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (said.size() == lines) {
                    child.toHandle().destroyForcibly(); // the process itself would close the stream, too
                }
            }
        }
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).hasSizeGreaterThanOrEqualTo(lines);
        return said.subList(0, said.size() - 1); // the last line may be cut off
    }

    /** Makes rooms, tags and messages for ever, and says each once it is acknowledged. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] args) throws Exception {
            try (LocalChat chat = LocalChat.builder().data(Path.of(args[0])).messagingQuotas(false).start()) {
                while (true) {
                    String room = ChatUser.room(chat,
                            "{\"maximumMessageRatePerSecond\":100,\"tags\":{\"tagged\":\"yes\"}}");
                    System.out.println("room " + room);
                    try (ChatUser ann = ChatUser.connect(chat, room, "ann")) {
                        for (int j = 0; j < 10; j++) {
                            ObjectNode seen = ann.say(room.substring(room.length() - 12) + "-" + j).next();
                            System.out.println("message " + seen.path("Content").asText());
                        }
                    }
                }
            }
        }
    }
}
