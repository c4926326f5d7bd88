// SPDX-License-Identifier: Apache-2.0
package dev.usher.json;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsonReaderTest {
    private static JsonValue read(String text) throws JsonException {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonReader.Limits.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | line 1, column 1: expected a value, found the end
            {'"a"':1,}          | line 1, column 8: expected '"', found '}'
            [1,]                | line 1, column 4: expected a value, found ']'
            [1 2]               | line 1, column 4: expected ',' or ']', found '2'
            {a:1}               | line 1, column 2: expected '"' or '}', found 'a'
            {'"a"' 1}           | line 1, column 6: expected ':', found '1'
            01                  | line 1, column 2: expected the end, found '1'
            1.                  | line 1, column 3: expected a digit, found the end
            -                   | line 1, column 2: expected a digit, found the end
            +1                  | line 1, column 1: expected a value, found '+'
            .5                  | line 1, column 1: expected a value, found '.'
            1e                  | line 1, column 3: expected a digit, found the end
            NaN                 | line 1, column 1: expected a value, found 'N'
            nul                 | line 1, column 4: expected a value, found the end
            truth               | line 1, column 4: expected a value, found 't'
            1 1                 | line 1, column 3: expected the end, found '1'
            """)
    void whatIsNotJsonIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("'\"a\"'", "\"a\""))).isInstanceOf(JsonException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "\"\\", "\"\\u00", "/* c */1", "'a'",
        "[1", "{\"a\":1"})
    void brokenStringsAndOpenEndsAreRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> read("{\"a\":1,\n\"a\":null}"))
                .hasMessage("line 2, column 1: the name \"a\" stands twice in one object");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws JsonException {
        assertThat(read("\ufeff 5")).isEqualTo(new JsonValue.JsonNumber("5"));
    }

    @Test
    void escapesAndUnpairedSurrogatesAreTaken() throws JsonException {
        assertThat(read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\\ud83d\""))
                .isEqualTo(new JsonValue.JsonString("\"\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud83d"));
    }

    @Test
    void depthAndSizeAreBounded() throws JsonException {
        JsonReader.Limits limits = new JsonReader.Limits(100, 3);
        JsonReader.read("[[[1]]]".getBytes(StandardCharsets.UTF_8), limits);
        assertThatThrownBy(() -> JsonReader.read("[[[[1]]]]".getBytes(StandardCharsets.UTF_8), limits))
                .hasMessage("line 1, column 4: deeper than 3 levels");
        assertThatThrownBy(() -> JsonReader.read(new byte[101], limits)).hasMessage("101 bytes, at most 100");
    }

    @Test
    void aMillionBracketsDoNotOverflowTheStack() {
        byte[] brackets = "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonReader.read(brackets, JsonReader.Limits.DEFAULT))
                .hasMessageContaining("deeper than 64 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c080", "c1bf", "e0809f", "eda080", "f0808080", "f4908080", "f5808080",
        "c3", "e282", "c328", "ff"})
    void bytesThatAreNoUtf8AreRefused(String hex) {
        byte[] middle = java.util.HexFormat.of().parseHex(hex);
        byte[] text = new byte[middle.length + 2];
        text[0] = '"';
        System.arraycopy(middle, 0, text, 1, middle.length);
        text[text.length - 1] = '"';
        assertThatThrownBy(() -> JsonReader.read(text, JsonReader.Limits.DEFAULT))
                .hasMessageContaining("not UTF-8");
    }
}
