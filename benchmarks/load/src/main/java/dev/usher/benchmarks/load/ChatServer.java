// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.usher.chat.LocalChat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server's process: a local chat that keeps to no rates, and says on each line of its output what the line of its
 * input asked for. It ends when its input does.
 */
final class ChatServer {
    private static final String FUNCTION = "arn:aws:lambda:us-west-2:123456789012:function:review";
    private static final JsonMapper JSON = new JsonMapper();

    private ChatServer() {}

    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        // The decision lines of the function, which would be Lambda's to take.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Environments environments = new Environments();
        try (LocalChat chat = LocalChat.builder().messagingQuotas(false).handler(environments::review)
                .start();
                BufferedReader questions = new BufferedReader(
                        new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            answers.println(chat.port());
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                answers.println(answer(chat, question.split(" ", -1)));
                answers.flush();
            }
        }
    }

    private static String answer(LocalChat chat, String[] question) throws IOException {
        return switch (question[0]) {
            case "room" -> JSON.readTree(chat.call("CreateRoom",
                    "{\"maximumMessageRatePerSecond\":100,\"messageReviewHandler\":{\"uri\":\"" + FUNCTION
                            + "\",\"fallbackResult\":\"ALLOW\"}}"))
                    .path("arn").asText();
            case "token" -> JSON.readTree(chat.call("CreateChatToken",
                    "{\"roomIdentifier\":\"" + question[1] + "\",\"userId\":\"" + question[2]
                            + "\",\"capabilities\":[\"SEND_MESSAGE\"]}"))
                    .path("token").asText();
            case "count" -> String.valueOf(chat.count(question[1] + " " + question[2]));
            case "people" -> String.valueOf(chat.userIds(question[1]).size());
            case "memory" -> memory();
            default -> throw new IllegalArgumentException(question[0]);
        };
    }

    private static String memory() throws IOException {
        System.gc();
        long resident = 0;
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    resident = Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
                }
            }
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + " " + resident;
    }
}
