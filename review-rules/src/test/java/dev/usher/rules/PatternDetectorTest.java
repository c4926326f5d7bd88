// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class PatternDetectorTest {
    @Test
    void whatPatternsMatchIsFoundInOrder() {
        Detector patterns = Rules.patterns(List.of("b+", "free\\s+(coins|skins)", "😀."), true);

        assertThat(Finds.texts(patterns, "😀𝐀 bb FREE  Skins b")).containsExactly("😀𝐀", "bb",
                "FREE  Skins", "b");
    }

    @Test
    void caseMattersWhereItIsNotIgnored() {
        assertThat(Rules.patterns(List.of("free"), false).find("FREE")).isEmpty();
    }

    @Test
    void anEmptyMatchIsNoFind() {
        assertThat(Rules.patterns(List.of("x*"), true).find("abc")).isEmpty();
    }

    @Test
    void findsAreCounted() {
        assertThat(Rules.patterns(List.of("a"), true).find("a".repeat(500))).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a(?=b)", "(?!a)b", "(?<=a)b", "(a)\\1", "(?<name>a)\\k<name>", "(", "[",
        "a{2,1}", "*",
        "a**", "\\", "(?P<>a)", "[z-a]", "\\pX"})
    void whatRe2CannotReadIsRefused(String pattern) {
        assertThatThrownBy(() -> Rules.patterns(List.of(pattern), true))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no pattern of RE2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            (x{1,40}){1,40}|multiply to more than 1000
            x{1001}|multiply to more than 1000
            ((a{10}){10}){11}|multiply to more than 1000
            x{9999999999999999999}|multiply to more than 1000
            """)
    void repetitionsAreCapped(String pattern, String fault) {
        assertThatThrownBy(() -> Rules.patterns(List.of(pattern), true)).hasMessageContaining(fault);
    }

    @Test
    void lengthAndDepthAreCapped() {
        assertThatThrownBy(() -> Rules.patterns(List.of("a".repeat(501)), true))
                .hasMessageContaining("at most 500");
        assertThat(Rules.patterns(List.of("(".repeat(250) + ")".repeat(250)), true).find("a")).isEmpty();
    }

    @Test
    void bracesOfCodePointsAndClassesAreNoRepetitions() {
        assertThat(Rules.patterns(List.of("\\x{1F600}\\x{1F601}\\p{Cyrillic}{2,30}"), true).find("😀😁да"))
                .hasSize(1);
    }

    @Test
    void patternsThatStopOtherEnginesAnswer() {
        Detector evil = Rules.patterns(List.of("(x+x+)+y", "(.*,){8}P", "(?:x{1,20}){1,20}z", ".*?q|."),
                true);

        assertThat(evil.find("x".repeat(1000))).hasSize(64);
    }
}
