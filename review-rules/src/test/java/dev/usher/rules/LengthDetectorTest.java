// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class LengthDetectorTest {
    @ParameterizedTest
    @CsvSource({"abc,''", "abcd,d", "😀😀😀,''", "😀😀😀😀x,😀x", "'',''"})
    void whatIsBeyondTheMaximumIsFound(String content, String found) {
        assertThat(String.join("", Finds.texts(Rules.length(3), content))).isEqualTo(found);
    }
}
