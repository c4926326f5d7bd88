// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of an environment in which a rule hangs for good. */
final class HungRuleTest {
    @AfterEach
    void release() {
        HangingRuleFactory.RELEASE.countDown();
    }

    @Test
    void messagesAreAnsweredAndThenTheEnvironmentIsGivenUp(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("rules.json"),
                "{\"version\":1,\"rules\":[{\"id\":\"hanging\",\"type\":\"hanging\",\"fallbackResult\":\"ALLOW\"}]}");
        MessageReviewHandler handler = new MessageReviewHandler(
                Map.of("LAMBDA_TASK_ROOT", folder.toString(), "USHER_RULES", "rules.json", "USHER_DEADLINE",
                        "50ms"),
                OutputStream.nullOutputStream());
        assertThat(answer(handler, "hang")).contains("\"ReviewResult\":\"ALLOW\"");
        for (int i = 1; i < 25; i++) {
            assertThat(answer(handler, "hello")).contains("\"ReviewResult\":\"ALLOW\"");
        }
        assertThatThrownBy(() -> answer(handler, "hello")).isInstanceOf(InternalError.class)
                .hasMessageContaining("replace this environment");
    }

    private static String answer(MessageReviewHandler handler, String content) throws IOException {
        String event = "{\"Content\":\"" + content + "\",\"MessageId\":\"AbCdEf123456\","
                + "\"RoomArn\":\"arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456\","
                + "\"Sender\":{\"UserId\":\"ann\"}}";
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), response,
                null);
        return response.toString(StandardCharsets.UTF_8);
    }
}
