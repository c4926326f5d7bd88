// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class TermListTest {
    @Test
    void headingsGradeTheTermsBelowThem() {
        assertThat(TermList.parse("one\n[slur 3]\ntwo # a comment\n\n[allow]\nthree*\n", "own", 2))
                .containsExactly(
                        new Term("one", "own", 2, false, false, false),
                        new Term("two", "slur", 3, false, false, false),
                        new Term("three", "allow", 0, false, true, false));
    }

    @Test
    void aFaultNamesItsLineAndNotTheTerm() {
        assertThatThrownBy(() -> TermList.parse("fine\nse*cret", "own", 3))
                .hasMessageContaining("line 2").hasMessageNotContaining("cret");
        assertThatThrownBy(() -> TermList.parse("[slur 4]", "own", 3)).hasMessageContaining("line 1");
        assertThatThrownBy(() -> TermList.parse("*", "own", 3)).hasMessageContaining("line 1");
    }
}
