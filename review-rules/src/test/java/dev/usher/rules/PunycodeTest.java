// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PunycodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"bücher", "рф", "中国", "みんな", "a-ü-b", "ελ", "भारत", "𠮷野家"})
    void readsWhatTheJdkWrites(String label) {
        assertThat(Punycode.decode(IDN.toASCII(label, IDN.ALLOW_UNASSIGNED).substring(4))).isEqualTo(label);
    }

    @Test
    void noTextMakesItThrow() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(80); length > 0; length--) {
                text.append("abcdefghijklmnopqrstuvwxyz0123456789--é".charAt(random.nextInt(39)));
            }
            String decoded = Punycode.decode(text.toString());
            assertThat(decoded == null || decoded.codePointCount(0, decoded.length()) <= text.length())
                    .isTrue();
        }
    }
}
