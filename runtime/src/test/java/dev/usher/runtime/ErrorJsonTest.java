// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ErrorJsonTest {
    @Test
    void quotesWhatJsonMustQuote() {
        String json = new String(ErrorJson.of(new IllegalStateException("a \"b\" \\ \n\u0001 é")),
                StandardCharsets.UTF_8);
        assertThat(json).startsWith("{\"errorMessage\":\"a \\\"b\\\" \\\\ \\u000a\\u0001 é\","
                + "\"errorType\":\"java.lang.IllegalStateException\",\"stackTrace\":[\"dev.usher.runtime.")
                .endsWith("\"]}");
    }

    @Test
    void aDeepStackIsCut() {
        StackTraceElement[] frames = new StackTraceElement[1000];
        Arrays.fill(frames, new StackTraceElement("C", "m", "f", 1));
        Exception deep = new Exception();
        deep.setStackTrace(frames);
        assertThat(ErrorJson.line(deep)).hasSizeLessThan(1000).doesNotContain("\n");
    }
}
