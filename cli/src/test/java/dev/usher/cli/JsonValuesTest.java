// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class JsonValuesTest {
    private static final int LIMIT = 100;

    @Test
    void oneValueALine() throws IOException {
        assertThat(values("\"a\"\n{\"b\":1}\n3\n")).containsExactly("1 \"a\"", "2 {\"b\":1}", "3 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"\n\n \t\r\n\"b\"", "\"a\"\r\n\r\n\n\"b\"\r\n"})
    void emptyLinesArePassedOverAndCounted(String input) throws IOException {
        assertThat(values(input)).extracting(String::strip).containsExactly("1 \"a\"", "4 \"b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " ", "\n\n\n", "\uFEFF", "\uFEFF\n\n"})
    void anEmptyInputHasNoValues(String input) throws IOException {
        assertThat(values(input)).isEmpty();
    }

    @Test
    void aPrettyPrintedValueIsOne() throws IOException {
        assertThat(values("\n{\n  \"a\": [\n    1\n  ]\n}\n"))
                .containsExactly("2 {\n  \"a\": [\n    1\n  ]\n}");
    }

    @Test
    void prettyPrintedValuesFollowOneAnother() throws IOException {
        assertThat(values("{\n \"a\": 1\n}\n\n{\n \"b\": 2\n}\n{\"c\":3}\n\"d\"\n")).containsExactly(
                "1 {\n \"a\": 1\n}",
                "5 {\n \"b\": 2\n}", "8 {\"c\":3}", "9 \"d\"");
    }

    @Test
    void bracketsInStringsAreText() throws IOException {
        assertThat(values("{\n \"a}\\\"}\": \"{[\\\\\"\n}\n{\n}\n")).hasSize(2);
    }

    @Test
    void unindentedObjectsGoOnWhereTheyMay() throws IOException {
        assertThat(values("{\n\"a\":\n{\n\"b\":\n[\n{},\n{}\n]\n}\n}\n\"next\"\n")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1", "{\"a\":1,", "{\"a", "{\"a\":\"b", "{", "[1", "{\"a\":{\"b\":\"c\"}"})
    void aValueCutShortCostsItsOwnLineOnly(String cut) throws IOException {
        assertThat(values(cut + "\n{\"b\":2}\n\"c\"\n")).containsExactly("1 " + cut, "2 {\"b\":2}",
                "3 \"c\"");
        assertThat(values("\"a\"\n" + cut + "\n{\"b\":2}\n")).containsExactly("1 \"a\"", "2 " + cut,
                "3 {\"b\":2}");
    }

    @Test
    void aBrokenPrettyPrintedValueIsOneToo() throws IOException {
        assertThat(values("{\n  \"a\": 1\n  \"b\": \"open\n}\n{\n  \"c\": 3\n}\n")).hasSize(2).last()
                .isEqualTo("5 {\n  \"c\": 3\n}");
    }

    @Test
    void aValueThatNeverEndsIsGivenAtTheEnd() throws IOException {
        assertThat(values("{\n  \"a\": [\n")).containsExactly("1 {\n  \"a\": [");
    }

    @Test
    void aLineBeyondTheLimitIsCutAndMarked() throws IOException {
        String longest = "\"" + "x".repeat(LIMIT - 2) + "\"";
        assertThat(values(longest + "\n" + longest.replace("\"x", "\"xx") + "\n\"c\"\n"))
                .containsExactly("1 " + longest, "2 too long", "3 \"c\"");
    }

    @Test
    void aValueOfManyLinesBeyondTheLimitIsCutAndMarked() throws IOException {
        String body = "\n  1,".repeat(LIMIT);
        assertThat(values("[" + body + "\n  1\n]\n{\n}\n")).containsExactly("1 too long",
                "104 {\n}");
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7"})
    void theInputMayComeInAnyPieces(int size) throws IOException {
        byte[] input = "{\n \"a\": 1\n}\n\"b\"\n".getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(input) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, size));
            }
        };
        assertThat(values(slow)).containsExactly("1 {\n \"a\": 1\n}", "4 \"b\"");
    }

    private static List<String> values(String input) throws IOException {
        return values(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    /** Each with its line. */
    private static List<String> values(InputStream input) throws IOException {
        List<String> all = new ArrayList<>();
        try (JsonValues values = new JsonValues(input, LIMIT)) {
            for (JsonValues.Piece piece = values.next(); piece != null; piece = values.next()) {
                assertThat(piece.bytes().length).isLessThanOrEqualTo(LIMIT + 1);
                all.add(piece.line() + " "
                        + (piece.isTooLong() ? "too long"
                                : new String(piece.bytes(), StandardCharsets.UTF_8)));
            }
        }
        return all;
    }
}
