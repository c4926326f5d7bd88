// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class CheckCommandTest {
    @TempDir private Path folder;

    @Test
    void aSoundFileIsShown() throws IOException {
        Run run = check(
                """
                        { "version": 1,
                          "chains": {
                            "default": [
                              { "id": "brief", "type": "length" },
                              { "id": "brief-for-new-ones", "type": "length", "mode": "observe", "fallbackResult": "ALLOW",
                                "unless": { "senderAttribute": { "role": ["moderator", "host"] } } } ],
                            "strict": [ { "id": "brief", "type": "length" } ] },
                          "rooms": { "AbCdEf123456": "strict" } }
                        """);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                chain    #  id                  type    mode     fallback  condition
                default  1  brief               length  enforce  DENY
                         2  brief-for-new-ones  length  observe  ALLOW     unless role is moderator or host
                strict   1  brief               length  enforce  DENY

                room          chain
                AbCdEf123456  strict
                every other   default
                """);
    }

    @Test
    void everyFaultIsTold() throws IOException {
        Run run = check("{ \"version\": 2, \"rules\": [], \"extra\": 1 }");
        assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("rules.json: extra: unknown", "rules.json: version: expected")
                .contains("2 faults");
    }

    @Test
    void aMissingFileIsAFault() {
        Run run = Run.of("", "check", "nowhere.json");
        assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
        assertThat(run.err()).contains("nowhere.json: no such file");
    }

    @Test
    void theShippedRulesAreSound() {
        assertThat(Run
                .of("", "check", Run.HOME.resolve("handler/src/main/resources/dev/usher/handler/rules.json")
                        .toString())
                .exit()).isZero();
    }

    private Run check(String rules) throws IOException {
        return Run.of("", "check", Files.writeString(folder.resolve("rules.json"), rules).toString());
    }
}
