// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What needs no table; with one, the stores' own tests. */
final class BansCommandTest {
    @Test
    void somebodyMustBeSaid() {
        Run run = Run.of("", "bans", "add", "--table", "t", "--endpoint-url", "http://localhost:1");

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("expected --user or --ip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "m", "-5m", "0s", "ten", "PT-1S", "999999999999d"})
    void aTimeMustBeOne(String time) {
        Run run = Run.of("", "bans", "add", "--table", "t", "--endpoint-url", "http://localhost:1", "--user",
                "eve", "--for", time);

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("--for: expected a time such as 10m");
    }

    @Test
    void aRangeMustBeOne() {
        Run run = Run.of("", "bans", "add", "--table", "t", "--endpoint-url", "http://localhost:1", "--ip",
                "203.0.113.0/40");

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("expected an IP address or a range");
    }

    @Test
    void aTableOutOfReachIsSaid() {
        Run run = Run.of("", "bans", "list", "--table", "t", "--endpoint-url", "http://localhost:1");

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).startsWith("table t: ");
    }
}
