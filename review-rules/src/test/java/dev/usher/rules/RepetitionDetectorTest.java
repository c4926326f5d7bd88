// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RepetitionDetectorTest {
    private static final Detector REPETITION = Rules.repetition(new RepetitionOptions(4, 2, 2));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            noooooooo way|repeated-character=oooo
            NOooOO|repeated-character=O
            xsſsss|repeated-character=s
            👍🏽👍🏽👍🏽👍🏽👍🏽|repeated-character=👍🏽
            go go GO! now|repeated-word=GO!
            spam, spam, spam, eggs|repeated-word=spam,
            😂 😂 😂 😂|repeated-word=😂 😂
            """)
    void whatIsBeyondTheLimitIsFound(String content, String find) {
        assertThat(Finds.kindsAndTexts(REPETITION, content)).containsExactly(find);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "nooo way", "go go team", "that that", "ha\nha\nho", "1000 10 000",
        "ananas",
        "😀😁😂🤣", "bye bye", "-- -- x", "********** *** *** *** ***"})
    void otherContentsPass(String content) {
        assertThat(REPETITION.find(content)).isEmpty();
    }

    @Test
    void linesAreComparedWithoutTheSpacesAround() {
        assertThat(Finds.kindsAndTexts(REPETITION, "buy now\n buy now \r\nBUY NOW\nok"))
                .containsExactly("repeated-line=\nBUY NOW");
    }

    @Test
    void emptyLinesAreLinesToo() {
        assertThat(Finds.kindsAndTexts(REPETITION, "a\n\n\n\nb")).containsExactly("repeated-line=\n");
    }

    @Test
    void removingLeavesTheLimit() {
        assertThat(Masking.remove("go go go go now", REPETITION.find("go go go go now")))
                .isEqualTo("go go now");
        assertThat(Masking.remove("sooooooo", REPETITION.find("sooooooo"))).isEqualTo("soooo");
    }

    @Test
    void findsOfAllKindsAscend() {
        assertThat(Finds.kindsAndTexts(REPETITION, "aaaaaa b b b cccccc\nx\nx\nx")).containsExactly(
                "repeated-character=aa", "repeated-word=b", "repeated-character=cc", "repeated-line=\nx",
                "repeated-word=x");
    }

    @Test
    void zeroIsNoLimit() {
        assertThat(Rules.repetition(new RepetitionOptions(0, 0, 0)).find("aaaaaaaaaa a a a a a a\n\n\n\n\n"))
                .isEmpty();
        assertThatThrownBy(() -> new RepetitionOptions(-1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
