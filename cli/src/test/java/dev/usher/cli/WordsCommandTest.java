// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class WordsCommandTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "oh wobble              | 3..9   wobble        wobble  own 3     counted: the term as it is",
        "oh w0bb13              | 3..9   w0bb13        wobble  own 3     counted: the term in a disguise",
        "oh w o b b l e         | 3..14  w o b b l e   wobble  own 3     counted: the term in a disguise",
        "oh wo bble             | 3..10  wo bble       wobble  own 3     counted: the term in a disguise",
        "oh w*bble              | 3..9   w*bble        wobble  own 3     counted: no letter that is left speaks",
        "oh wobbel              | 3..9   wobbel        wobble  own 3     counted: two neighbouring letters are swapped"})
    void whatIsFoundIsExplained(String text, String row) {
        Run run = Run.of("", "words", "--word", "wobble", text);
        assertThat(run.out().replaceAll(" +", " ")).contains(row.replaceAll(" +", " "));
        assertThat(run.exit()).isEqualTo(Exit.FOUND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Scunthorpe   | cunt     | not counted: a boundary is missing on the left and the right, in 'Scunthorpe'",
        "wobblegong   | wobble   | not counted: a boundary is missing on the right, in 'wobblegong'",
        "offend fence | fen      | not counted: a boundary is missing on the right, in 'fence'",
        "god          | good     | not counted: a double letter of the term is missing",
        "from         | form     | not counted: 'from' is an ordinary word",
        "the men      | themen   | not counted: the parts of 'the men' are ordinary words",
        "f e n c e    | fen      | not counted: the letters spelled out go on beside it",
        "w0rd         | =word    | not counted: it stands there in a disguise, and the term is meant as it is"})
    void whatIsNotFoundIsExplained(String text, String term, String why) {
        Run run = Run.of("", "words", "--word", term, text);
        assertThat(run.out()).contains("found  nothing\n").contains(why);
        assertThat(run.exit()).isZero();
    }

    @Test
    void anAllowedTermExcuses() {
        Run run = Run.of("", "words", "--word", "*wobble*", "--allow", "wobbleton", "in wobbleton");
        assertThat(run.out()).contains("not counted: inside a span of the allow list",
                "excuses what lies in it").doesNotContain(" counted: the term as it is");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aSeverityThatIsNotAskedForIsTold() {
        assertThat(Run.of("", "words", "damn").out()).contains("not counted: its severity or category");
        assertThat(Run.of("", "words", "--min-severity", "1", "damn").exit()).isEqualTo(Exit.FOUND);
    }

    @Test
    void whatNoTermComesNearToIsTold() {
        Run run = Run.of("", "words", "hello");
        assertThat(run.out()).isEqualTo("""
                text   hello
                folds  hello
                found  nothing, no term comes near

                """);
    }

    @Test
    void hiddenLettersAreShown() {
        assertThat(Run.of("", "words", "--word", "wobble", "wob\u200Bble\u001B[1m").out())
                .contains("text   wob<U+200B>ble<U+001B>[1m");
    }

    @Test
    void linesAndListFilesAreRead() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "[brand 2]\nfrobnicate\n");
        Run run = Run.of("fine\r\n\n@frobnicate\n", "words", "--json", "--file", list.toString());
        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(run.lines()).hasSize(2);
        JsonNode fine = new ObjectMapper().readTree(run.lines().get(0));
        assertThat(fine.get("text").asText()).isEqualTo("fine");
        assertThat(fine.get("found")).isEmpty();
        JsonNode answer = new ObjectMapper().readTree(run.lines().get(1));
        assertThat(answer.get("found").get(0).get("kind").asText()).isEqualTo("brand-2");
        assertThat(answer.get("candidates").get(0).get("there").asText()).isEqualTo("frobnicate");
        assertThat(answer.get("candidates").get(0).get("counted").asBoolean()).isTrue();
    }

    @Test
    void theRulesOfAFileAreToldApartWithTheOriginOfTheirTerms() throws IOException {
        Files.writeString(folder.resolve("own.txt"), "[brand 2]\nfrobnicate\n");
        Path rules = Files.writeString(folder.resolve("rules.json"),
                """
                        {"version": 1, "rules": [
                          {"id": "ours", "type": "blocked-words", "options": {"words": ["wobble"], "files": ["own.txt"],
                           "allow": ["frobnicate inc"]}},
                          {"id": "length", "type": "length"},
                          {"id": "listed", "type": "blocked-words", "options": {"lists": ["en"], "minSeverity": 1}}]}""");

        String out = Run.of("", "words", "--rules", rules.toString(), "damn wobble frobnicate").out()
                .replaceAll(" +", " ");
        assertThat(out).contains("rule ours\n", "wobble own 3 words counted", "brand 2 file own.txt counted",
                "rule listed\n", "damn profanity 1 list en counted");
        Run allowed = Run.of("", "words", "--json", "--rules", rules.toString(), "frobnicate inc");
        assertThat(allowed.lines().get(0)).contains("\"rule\":\"ours\"", "\"from\":\"allow\"");
        assertThat(allowed.exit()).isZero();
        assertThat(Run.of("", "words", "--rules", rules.toString(), "--list", "de", "x").err())
                .contains("--rules and --list exclude each other");
    }

    @ParameterizedTest
    @CsvSource({"--list,tlh,no list of this name", "--min-severity,4,expected 1", "--word,*,cannot be used",
        "--file,nowhere.txt,no such file"})
    void whatCannotBeUsedIsAFault(String option, String value, String problem) {
        Run run = Run.of("", "words", option, value, "text");
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains(problem);
    }
}
