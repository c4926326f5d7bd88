// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class UsherTest {
    @ParameterizedTest
    @ValueSource(strings = {"chat", "join", "review", "check", "words", "compile", "invoke"})
    void helpTellsTheExitCodes(String command) {
        assertThat(Run.of("", "help", command)).satisfies(help -> {
            assertThat(help.exit()).isZero();
            assertThat(help.out()).contains("Usage: usher " + command, "Exit codes", "  0   ");
        });
        assertThat(Run.of("", command, "--help").out()).isEqualTo(Run.of("", "help", command).out());
    }

    @Test
    void helpTellsTheCommands() {
        Run help = Run.of("", "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("review  ", "check   ", "invoke  ",
                "./usher review events/*.event.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "attach", "detach", "prove"})
    void helpTellsTheExitCodesOfWhatIsDoneWithRooms(String command) {
        assertThat(Run.of("", "rooms", command, "--help").out())
                .contains("Usage: usher rooms " + command, "Exit codes", "  0   ", "--endpoint-url");
    }

    @Test
    void theVersionIsTold() {
        assertThat(Run.of("", "--version").out()).startsWith("usher ").contains("Java ");
    }

    @Test
    void noCommandIsAFault() {
        assertThat(Run.of("").exit()).isEqualTo(Exit.USAGE);
        assertThat(Run.of("", "moderate").exit()).isEqualTo(Exit.USAGE);
    }
}
