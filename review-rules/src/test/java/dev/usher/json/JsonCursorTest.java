// SPDX-License-Identifier: Apache-2.0
package dev.usher.json;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsonCursorTest {
    private static JsonCursor root(String text) throws JsonException {
        return JsonCursor
                .root(JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonReader.Limits.DEFAULT));
    }

    @Test
    void aFaultNamesItsPath() throws JsonException {
        JsonCursor root = root("{\"rules\":[{},{\"options\":{\"window\":5,\"a b\":1}}],\"x\":{\"y\":1.5}}");
        JsonCursor options = root.member("rules").elements().get(1).member("options");
        assertThatThrownBy(() -> options.member("window").string())
                .hasMessage("rules[1].options.window: expected a string, found 5");
        assertThatThrownBy(() -> options.member("a b").flag())
                .hasMessage("rules[1].options[\"a b\"]: expected true or false, found 1");
        assertThatThrownBy(() -> root.member("none").string())
                .hasMessage("none: expected a string, found nothing");
        assertThatThrownBy(() -> root.member("rules").names())
                .hasMessage("rules: expected an object, found an array");
        assertThatThrownBy(() -> root.string()).hasMessage("$: expected a string, found an object");
        assertThatThrownBy(() -> root.member("x").strings()).hasMessage("x.y: expected a string, found 1.5");
    }

    @Test
    void numbersAreHeldToTheirRange() throws JsonException {
        JsonCursor numbers = root("[0, 10, 11, -1, 1.0, 1e1, 12345678901234567890, 0.5]");
        assertThat(numbers.elements().get(0).integer(0, 10)).isZero();
        assertThat(numbers.elements().get(1).integer(0, 10)).isEqualTo(10);
        for (int i = 2; i < 8; i++) {
            JsonCursor number = numbers.elements().get(i);
            assertThatThrownBy(() -> number.integer(0, 10))
                    .hasMessageContaining("expected a whole number from 0 to 10, found ");
        }
        assertThat(numbers.elements().get(7).decimal(0, 1)).isEqualTo(0.5);
        assertThatThrownBy(() -> numbers.elements().get(1).decimal(0, 1))
                .hasMessage("[1]: expected a number from 0.0 to 1.0, found 10");
    }

    @Test
    void longValuesAreNotQuoted() throws JsonException {
        assertThatThrownBy(() -> root("{\"a\":\"" + "x".repeat(41) + "\"}").member("a").flag())
                .hasMessage("a: expected true or false, found a longer string");
    }

    @Test
    void nullAndNothingAreTold() throws JsonException {
        JsonCursor root = root("{\"a\":null}");
        assertThat(root.member("a").isMissing()).isFalse();
        assertThat(root.member("a").isMissingOrNull()).isTrue();
        assertThat(root.member("b").isMissing()).isTrue();
    }
}
