// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class MaskingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            bad|***
            e\u0301a|**
            😀👍🏽|**
            👨‍👩‍👧‍👦x|**
            🇩🇪🇫🇷|**
            1️⃣|*
            b\u200Bad|***
            \u200B|*
            \u0301|*
            \uD83D|*
            क्षि|**
            """)
    void oneStarStandsForEachCharacterThatIsSeen(String found, String stars) {
        assertThat(Masking.mask("x" + found + "y", List.of(new Match(1, 1 + found.length(), "k"))))
                .isEqualTo("x" + stars + "y");
    }

    @Test
    void findsThatOverlapAreMaskedOnce() {
        assertThat(Masking.mask("abcdefgh", matches(1, 4, 2, 3, 3, 6))).isEqualTo("a*****gh");
        assertThat(Masking.mask("abcdefgh", matches(0, 8, 0, 8))).isEqualTo("********");
    }

    @Test
    void anEmptyFindMasksNothing() {
        assertThat(Masking.mask("abc", matches(1, 1))).isEqualTo("abc");
        assertThat(Masking.remove("abc", matches(1, 1))).isEqualTo("abc");
    }

    @Test
    void removingTakesOneOfTheSpacesAroundToo() {
        assertThat(Masking.remove("go bad now", matches(3, 6))).isEqualTo("go now");
        assertThat(Masking.remove("bad now", matches(0, 3))).isEqualTo("now");
        assertThat(Masking.remove("go bad", matches(3, 6))).isEqualTo("go");
        assertThat(Masking.remove("go bad!", matches(3, 6))).isEqualTo("go !");
        assertThat(Masking.remove("bad", matches(0, 3))).isEmpty();
        assertThat(Masking.remove("a bad bad b", matches(2, 5, 6, 9))).isEqualTo("a b");
    }

    private static List<Match> matches(int... spans) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < spans.length; i += 2) {
            matches.add(new Match(spans[i], spans[i + 1], "k"));
        }
        return matches;
    }
}
