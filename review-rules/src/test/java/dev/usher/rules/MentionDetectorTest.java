// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class MentionDetectorTest {
    private static final Detector ALL = Rules.mentions(0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hi @ann and @bob_2!|@ann,@bob_2
            (@ann)@bob|@ann,@bob
            ＠ann @Ünal @李雷|＠ann,@Ünal,@李雷
            @a\u200Bnn x|@a\u200Bnn
            @@ann @ann@bob|@ann,@ann
            """)
    void mentionsAreFound(String content, String mentions) {
        assertThat(String.join(",", Finds.texts(ALL, content))).isEqualTo(mentions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "@ ann", "ann@example.com", "a@", "@!", "x_@y"})
    void otherSignsPass(String content) {
        assertThat(ALL.find(content)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2,@c", "1,@b @c", "3,''"})
    void thoseBeyondTheMaximumAreFound(int maximum, String found) {
        assertThat(String.join(" ", Finds.texts(Rules.mentions(maximum), "@a @b @c"))).isEqualTo(found);
    }
}
