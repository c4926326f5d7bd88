// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ReviewCommandTest {
    private static final String ROOM = "arn:aws:ivschat:us-west-2:123456789012:room/";
    private static final String RULES = """
            { "version": 1,
              "chains": {
                "default": [ { "id": "brief", "type": "length", "options": { "maximum": 5, "action": "remove" } } ],
                "strict": [ { "id": "briefest", "type": "length", "options": { "maximum": 2, "reason": "No." } } ] },
              "rooms": { "Strict000001": "strict" } }
            """;

    @TempDir private Path folder;
    private String rules = "";

    @BeforeEach
    void writeRules() throws IOException {
        rules = Files.writeString(folder.resolve("rules.json"), RULES).toString();
    }

    @Test
    void answersTheGoldenEventsAsTheFunctionDoes() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("review"));
        List<String> expected = new ArrayList<>();
        try (var files = Files.newDirectoryStream(Run.HOME.resolve("events"), "*.event.json")) {
            for (Path event : files) {
                arguments.add(event.toString());
                expected.add(Files.readString(
                        event.resolveSibling(
                                event.getFileName().toString().replace(".event.", ".response."))));
            }
        }
        Run run = Run.of("", arguments.toArray(String[]::new));
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(String.join("", expected));
    }

    @Test
    void answersStringsInOrder() {
        String in = IntStream.range(0, 2000).mapToObj(i -> "\"message " + (10_000 + i) + "\"")
                .collect(Collectors.joining("\n"));
        Run run = Run.of(in, "review");
        assertThat(run.exit()).isZero();
        assertThat(run.lines()).hasSize(2000);
        for (int i = 0; i < 2000; i++) {
            assertThat(run.lines().get(i)).startsWith("{\"Content\":\"message " + (10_000 + i) + "\",");
        }
        assertThat(run.err()).startsWith("2,000 messages: 2,000 allowed, 0 edited, 0 denied; p50 ")
                .contains(" p99 ");
    }

    @Test
    void aBadLineSaysWhichAndTheOthersAreAnswered() {
        Run run = Run.of("\"a\"\n\nnot json\n{\"Content\":5}\n\"\"\n\"" + "x".repeat(501) + "\"\n\"b\"\n",
                "review");
        assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
        assertThat(run.lines()).containsExactly(
                "{\"Content\":\"a\",\"ReviewResult\":\"ALLOW\",\"Attributes\":{}}",
                "{\"error\":\"line 3, column 2: expected a value, found 'o'\"}",
                "{\"error\":\"line 4: Content: expected a string, found 5\"}",
                "{\"error\":\"line 5: Content is empty\"}",
                "{\"error\":\"line 6: Content of 501 code points, at most 500\"}",
                "{\"Content\":\"b\",\"ReviewResult\":\"ALLOW\",\"Attributes\":{}}");
        assertThat(run.err()).contains("2 messages: 2 allowed", "4 values could not be reviewed");
    }

    @Test
    void aLineBeyondAnyEventIsBad() {
        Run run = Run.of("\"" + "x".repeat(300_000) + "\"\n\"b\"\n", "review");
        assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
        assertThat(run.lines()).hasSize(2).first()
                .isEqualTo("{\"error\":\"line 1: longer than 262144 bytes\"}");
    }

    @Test
    void aBadValueOfAFileSaysTheFileAndTheLine() throws IOException {
        Path file = Files.writeString(folder.resolve("events.json"), "{\n  \"a\": 1\n}\n{\n  \"b\": !\n}\n");
        Run run = Run.of("", "review", file.toString());
        assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
        assertThat(run.lines()).containsExactly(
                "{\"error\":\"" + file + ": line 1: Content: expected a string, found nothing\"}",
                "{\"error\":\"" + file + ": line 5, column 8: expected a value, found '!'\"}");
    }

    @Test
    void theRoomChoosesTheChain() {
        assertThat(Run.of("\"hello\"", "review", "--rules", rules).out()).contains("\"ALLOW\"");
        assertThat(Run.of("\"hello\"", "review", "--rules", rules, "--room", ROOM + "Strict000001").out())
                .isEqualTo("{\"ReviewResult\":\"DENY\",\"Attributes\":{\"Reason\":\"No.\"}}\n");
    }

    @Test
    void explainTellsEachStep() throws IOException {
        Run run = Run.of("\"hello there\"\n\"hi\"", "review", "--rules", rules, "--explain");
        List<JsonNode> answers = new ArrayList<>();
        for (String line : run.lines()) {
            answers.add(new ObjectMapper().readTree(line));
        }
        assertThat(answers.getFirst().get("Content").textValue()).isEqualTo("hello");
        JsonNode step = answers.getFirst().at("/steps/0");
        assertThat(step.get("rule").textValue()).isEqualTo("brief");
        assertThat(step.get("verdict").textValue()).isEqualTo("edit");
        assertThat(step.get("took").isIntegralNumber()).isTrue();
        assertThat(step.get("matches")).hasToString("[{\"start\":5,\"end\":11,\"kind\":\"too-long\"}]");
        assertThat(answers.get(1).at("/steps/0/verdict").textValue()).isEqualTo("pass");
        assertThat(answers.get(1).at("/steps/0/matches")).isEmpty();
    }

    @Test
    void theSummaryCountsByRule() {
        Run run = Run.of("\"hello there\"\n\"hi\"\n", "review", "--rules", rules);
        assertThat(run.err()).contains("2 messages: 1 allowed, 1 edited, 0 denied")
                .contains("edited by: brief 1");
        assertThat(Run.of("\"hello\"\n", "review", "--rules", rules, "--room", ROOM + "Strict000001").err())
                .contains("1 message: 0 allowed, 0 edited, 1 denied").contains("denied by: briefest 1");
    }

    @Test
    void anEmptyInputIsAnswered() {
        Run run = Run.of("", "review");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'--room channel', --room: expected the ARN of a chat room", "'--fallback MAYBE', --fallback",
        "'--rules nowhere.json', nowhere.json: no such file", "'nowhere.json', cannot read nowhere.json",
        "'--unknown', Unknown option", "'--explain=maybe', --explain"})
    void anUnusableCommandLineIsRefused(String arguments, String said) {
        String[] all = ("review " + arguments).split(" ");
        Run run = Run.of("\"hello\"", all);
        assertThat(run.exit()).as(Arrays.toString(all)).isEqualTo(Exit.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(said);
    }

    @Test
    void aFaultyRulesFileIsRefusedWithEveryFault() throws IOException {
        Path faulty = Files.writeString(folder.resolve("faulty.json"),
                "{\"version\":1,\"rules\":[{\"id\":\"A\",\"type\":\"length\"},{\"id\":\"b\",\"type\":\"nothing\"}]}");
        Run run = Run.of("\"hello\"", "review", "--rules", faulty.toString());
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(faulty + ": rules[0].id: ", faulty + ": rules[1].type: ", "2 faults");
    }
}
