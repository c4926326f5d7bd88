// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(OS.LINUX)
final class InvokeCommandIT {
    private static final String ALLOW = event("allow");

    @Test
    void printsTheResponsesAndHowLongTheyTook() throws IOException {
        Run run = Run.of("", "invoke", ALLOW, event("unicode"), event("unreadable/malformed"));
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualTo(response("allow") + response("unicode") + response("unreadable/malformed"));
        assertThat(run.err()).containsPattern("allow\\.event\\.json: init [0-9.]+ ms, first [0-9.]+ (ms|µs)");
    }

    @Test
    void repeatsAnEventAndShowsItsResponseOnce() throws IOException {
        Run run = Run.of("", "invoke", "--repeat", "20", ALLOW);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(response("allow"));
        assertThat(run.err()).containsPattern("allow\\.event\\.json: 19 times, p50 [0-9.]+ (ms|µs), p99 ");
    }

    @Test
    void aFaultyRulesFileIsAnInitErrorWithThePathOfTheFault(@TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.json"),
                "{\"version\":1,\"rules\":[{\"id\":\"a\",\"type\":\"length\",\"options\":{\"maximum\":\"many\"}}]}");
        Run run = Run.of("", "invoke", "--env", "USHER_RULES=" + rules, ALLOW);
        assertThat(run.exit()).isEqualTo(Exit.INIT_FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("init failed after ",
                "rules[0].options.maximum: expected a whole number");
    }

    @Test
    void anotherArtifactAndItsVariablesAreUsed(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        try (var jars = Files.newDirectoryStream(Functions.ARTIFACT.resolve("lib"))) {
            for (Path jar : jars) {
                Files.copy(jar, folder.resolve("lib").resolve(jar.getFileName()));
            }
        }
        Files.writeString(folder.resolve("my rules.json"),
                "{\"version\":1,\"rules\":[{\"id\":\"a\",\"type\":\"length\",\"options\":{\"maximum\":1,\"reason\":\"B\"}}]}");
        Run run = Run.of("", "invoke", "--artifact", folder.toString(), "--env", "USHER_RULES=my rules.json",
                "--log",
                ALLOW);
        assertThat(run.out()).isEqualTo("{\"ReviewResult\":\"DENY\",\"Attributes\":{\"Reason\":\"B\"}}\n");
        assertThat(run.err()).contains("\"rule\":\"a\"");
    }

    @Test
    void theExamplesFunctionDeniesASpoiler() {
        Path example = Run.HOME.resolve("examples").resolve("custom-rule");
        Run run = Run.of("", "invoke", "--artifact", example.resolve("target").resolve("lambda").toString(),
                "--env",
                "USHER_RULES=rules.json", example.resolve("spoiler.event.json").toString(), ALLOW);
        assertThat(run.exit()).isZero();
        assertThat(run.lines()).containsExactly(
                "{\"ReviewResult\":\"DENY\",\"Attributes\":{\"Reason\":\"Please do not give the ending away.\"}}",
                "{\"Content\":\"Hello everyone, glad to be here\",\"ReviewResult\":\"ALLOW\",\"Attributes\":{}}");
    }

    @Test
    void everyEndIsToldAsWhatItIsAndTheNextEventGetsANewProcess(@TempDir Path folder) throws IOException {
        Run run = obedient(folder, "throw", "hello", "exit", "hello", "die", "hello");
        assertThat(run.exit()).isEqualTo(Exit.CRASHED);
        assertThat(run.out()).isEqualTo("hello\n".repeat(3));
        assertThat(run.err()).contains("throw: the function threw: java.lang.IllegalStateException: as told",
                "exit: crashed: its process ended after ", ", exit code 3", "the end of its log:",
                "asked to exit",
                "die: the function threw: java.lang.OutOfMemoryError: as told")
                .containsPattern("throw: init .*\n(.*\n)*.*hello: init .*\n(.*\n)*.*hello: init ");
    }

    @Test
    void aFunctionThatDoesNotAnswerIsTimedOut(@TempDir Path folder) throws IOException {
        Run run = obedient(folder, "hang", "hello");
        assertThat(run.exit()).isEqualTo(Exit.TIMED_OUT);
        assertThat(run.out()).isEqualTo("hello\n");
        assertThat(run.err()).contains("hang: timed out: no answer in the function's own 3000 ms, too late");
    }

    /** The function of local-lambda's tests, which does what an event says. */
    private static Run obedient(Path folder, String... orders) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("invoke", "--artifact",
                Run.HOME.resolve("local-lambda").resolve("target").resolve("test-classes").toString(),
                "--handler",
                "dev.usher.lambda.ObedientFunction::handleRequest"));
        for (String order : orders) {
            arguments.add(Files.writeString(folder.resolve(order), order).toString());
        }
        return Run.of("", arguments.toArray(String[]::new));
    }

    @Test
    void aProcessThatEndsIsToldWithItsLog() {
        Run run = Run.of("", "invoke", "--env", "JAVA_TOOL_OPTIONS=-XX:NoSuchFlag", ALLOW);
        assertThat(run.exit()).isEqualTo(Exit.INIT_FAILED);
        assertThat(run.err()).contains("init crashed after ", "exit code 1", "NoSuchFlag");
    }

    @Test
    void whatCannotBeUsedIsRefused(@TempDir Path folder) {
        assertThat(Run.of("", "invoke", "nowhere.json"))
                .isEqualTo(new Run(Exit.USAGE, "", "cannot read nowhere.json\n"));
        assertThat(Run.of("", "invoke", "--artifact", folder.resolve("none").toString(), ALLOW))
                .satisfies(run -> {
                    assertThat(run.exit()).isEqualTo(Exit.USAGE);
                    assertThat(run.err()).startsWith("no artifact in ");
                });
        assertThat(Run.of("", "invoke", "--memory", "5", ALLOW).err())
                .contains("--memory: expected 128 to 10240");
        assertThat(Run.of("", "invoke", "--repeat", "0", ALLOW).err())
                .contains("--repeat: expected 1 or more");
        assertThat(Run.of("", "invoke").exit()).isEqualTo(Exit.USAGE);
    }

    private static String event(String name) {
        return Run.HOME.resolve("events").resolve(name + ".event.json").toString();
    }

    private static String response(String name) throws IOException {
        return Files.readString(Run.HOME.resolve("events").resolve(name + ".response.json"),
                StandardCharsets.UTF_8);
    }
}
