// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PlaceTest {
    @ParameterizedTest
    @CsvSource({"7, 'Content: expected a string, found 5', 'line 7: Content: expected a string, found 5'",
        "7, '$: Content is empty', 'line 7: Content is empty'",
        "7, 'line 1, column 4: not UTF-8', 'line 7, column 4: not UTF-8'",
        "7, 'line 3, column 4: not UTF-8', 'line 9, column 4: not UTF-8'",
        "7, 'line one, column 4: x', 'line 7: line one, column 4: x'"})
    void isInTheInput(long first, String problem, String said) {
        assertThat(Place.of(first, problem)).isEqualTo(said);
    }
}
