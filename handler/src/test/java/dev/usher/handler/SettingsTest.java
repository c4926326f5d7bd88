// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.review.ReviewResult;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class SettingsTest {
    private static final Settings DEFAULTS = new Settings(null, ReviewResult.DENY, Duration.ofMillis(150),
            500,
            Settings.Log.DECISIONS, null, null);

    @Test
    void anEmptyEnvironmentGivesTheDefaults() {
        assertThat(Settings.fromEnvironment(Map.of())).isEqualTo(DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USHER_RULES", "USHER_FALLBACK_RESULT", "USHER_DEADLINE",
        "USHER_MAXIMUM_MESSAGE_LENGTH",
        "USHER_LOG", "USHER_STATE_TABLE", "USHER_STATE_ENDPOINT"})
    void anEmptyVariableIsTheSameAsNone(String name) {
        assertThat(Settings.fromEnvironment(Map.of(name, ""))).isEqualTo(DEFAULTS);
    }

    @Test
    void everyVariableIsRead() {
        assertThat(Settings.fromEnvironment(Map.of("USHER_RULES", "my/rules.json", "USHER_FALLBACK_RESULT",
                "ALLOW",
                "USHER_DEADLINE", "80ms", "USHER_MAXIMUM_MESSAGE_LENGTH", "200", "USHER_LOG", "full",
                "USHER_STATE_TABLE", "state", "USHER_STATE_ENDPOINT", "http://localhost:8000")))
                .isEqualTo(new Settings("my/rules.json", ReviewResult.ALLOW, Duration.ofMillis(80), 200,
                        Settings.Log.FULL, "state", "http://localhost:8000"));
        assertThat(Settings.fromEnvironment(Map.of("USHER_LOG", "none")).log()).isEqualTo(Settings.Log.NONE);
    }

    @ParameterizedTest
    @CsvSource({"USHER_DEADLINE, 10ms", "USHER_DEADLINE, 190ms", "USHER_MAXIMUM_MESSAGE_LENGTH, 1",
        "USHER_MAXIMUM_MESSAGE_LENGTH, 500"})
    void bothEndsOfARangeAreTaken(String name, String value) {
        assertThat(Settings.fromEnvironment(Map.of(name, value))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"USHER_DEADLINE, 9ms, 10ms to 190ms", "USHER_DEADLINE, 191ms, 10ms to 190ms",
        "USHER_DEADLINE, 150, 10ms to 190ms", "USHER_DEADLINE, PT0.15S, 10ms to 190ms",
        "USHER_DEADLINE, ms, 10ms to 190ms", "USHER_DEADLINE, 99999999999ms, 10ms to 190ms",
        "USHER_MAXIMUM_MESSAGE_LENGTH, 0, 1 to 500", "USHER_MAXIMUM_MESSAGE_LENGTH, 501, 1 to 500",
        "USHER_MAXIMUM_MESSAGE_LENGTH, many, 1 to 500", "USHER_FALLBACK_RESULT, allow, ALLOW or DENY",
        "USHER_LOG, verbose, 'none, decisions, enforcement, second-look or full'"})
    void saysWhatAFaultyVariableMayBe(String name, String value, String allowed) {
        assertThatThrownBy(() -> Settings.fromEnvironment(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + ": expected " + allowed + ", found \"" + value + "\"");
    }

    @Test
    void aTableWithoutItsLayerEndsTheInit() {
        assertThatThrownBy(() -> SharedState.open("state", null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add the layer of state-dynamodb");
    }

    @Test
    void saysAllFaultsAtOnce() {
        assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("USHER_DEADLINE", "x", "USHER_LOG", "y")))
                .hasMessageContainingAll("USHER_DEADLINE: ", "USHER_LOG: ");
    }
}
