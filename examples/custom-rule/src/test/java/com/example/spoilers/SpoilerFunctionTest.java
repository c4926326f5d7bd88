// SPDX-License-Identifier: Apache-2.0
package com.example.spoilers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.handler.Decision;
import dev.usher.handler.MessageReviewer;
import dev.usher.handler.Settings;
import dev.usher.review.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules file of the function and everything behind it, as Lambda will run it, but for Lambda. */
final class SpoilerFunctionTest {
    private static final Path FUNCTION = Path.of("src", "main", "function");

    @Test
    void aSpoilerIsDenied() {
        assertThat(answer("In Vertigo she dies", "member")).isEqualTo("{\"ReviewResult\":\"DENY\","
                + "\"Attributes\":{\"Reason\":\"Please do not give the ending away.\"}}");
    }

    @Test
    void everythingElsePasses() {
        assertThat(answer("Vertigo is on tonight", "member")).contains("\"ALLOW\"");
    }

    @Test
    void aModeratorMayTell() {
        assertThat(answer("In Vertigo she dies", "moderator")).contains("\"ALLOW\"");
    }

    @Test
    void aFaultInTheOptionsEndsTheDeploymentWithItsPath(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("rules.json"), """
                { "version": 1, "rules": [ { "id": "spoilers", "type": "spoilers",
                  "options": { "titles": "none.txt", "words": [] } } ] }
                """);
        assertThatThrownBy(() -> reviewer(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("rules[0].options.titles: cannot read none.txt",
                        "rules[0].options.reveals: expected at least one phrase", "rules[0].options.words: unknown");
    }

    private static String answer(String content, String role) {
        String event = """
                { "Content": "%s", "MessageId": "AbCdEf123456",
                  "RoomArn": "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456",
                  "Sender": { "UserId": "ann", "Attributes": { "role": "%s" } } }
                """.formatted(content, role);
        Decision decision = reviewer(FUNCTION).review(event.getBytes(StandardCharsets.UTF_8),
                Deadline.after(Duration.ofSeconds(10)));
        return new String(decision.response(), StandardCharsets.UTF_8);
    }

    private static MessageReviewer reviewer(Path folder) {
        return MessageReviewer.of(Settings.fromEnvironment(Map.of("USHER_RULES", "rules.json")), folder);
    }
}
