// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ScriptDetectorTest {
    private static final Detector LATIN = Rules.scripts(Set.of(UnicodeScript.LATIN));

    @ParameterizedTest
    @ValueSource(strings = {"", "Grüße, 123 €!", "e\u0301 \u200B", "😀👍🏽 🇩🇪 1️⃣", "ａｂｃ", "𝐚𝐛𝐜",
        "\n\t"})
    void allowedScriptsAndThoseOfAllScriptsPass(String content) {
        assertThat(LATIN.find(content)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello привет you|привет
            pаypal|а
            你好 ok 世界|你好,世界
            a𐍈b|𐍈
            क्षि!|क्षि
            """)
    void runsOfOtherScriptsAreFound(String content, String found) {
        assertThat(String.join(",", Finds.texts(LATIN, content))).isEqualTo(found);
    }

    @Test
    void whatIsAssignedToNoScriptIsFound() {
        assertThat(LATIN.find("a\uD800b\u0378")).hasSize(2);
    }
}
