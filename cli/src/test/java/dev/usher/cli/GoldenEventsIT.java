// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.lambda.LambdaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The golden events through the artifact that is deployed, under AWS's own runtime client. */
@EnabledOnOs(OS.LINUX)
final class GoldenEventsIT {
    private static LambdaProcess process;

    @BeforeAll
    static void start() throws IOException {
        process = Functions.start(Map.of());
    }

    @AfterAll
    static void end() {
        process.close();
    }

    static List<Path> events() throws IOException {
        try (Stream<Path> files = Files.walk(Run.HOME.resolve("events"), 2)) {
            return files.filter(file -> file.toString().endsWith(".event.json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void answersByteForByte(Path event) throws IOException {
        byte[] response = Functions.answer(process, Files.readAllBytes(event));
        String golden = event.getFileName().toString().replace(".event.json", ".response.json");
        assertThat(new String(response, StandardCharsets.UTF_8) + "\n")
                .isEqualTo(Files.readString(event.resolveSibling(golden)));
    }
}
