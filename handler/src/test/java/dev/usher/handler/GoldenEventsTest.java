// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

final class GoldenEventsTest {
    static List<Path> events() throws IOException {
        return GoldenEvents.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void answersByteForByte(Path event) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        new MessageReviewHandler(Map.of(), OutputStream.nullOutputStream())
                .handleRequest(new ByteArrayInputStream(Files.readAllBytes(event)), response, null);
        assertThat(response.toString(StandardCharsets.UTF_8))
                .isEqualTo(new String(GoldenEvents.response(event), StandardCharsets.UTF_8));
    }
}
