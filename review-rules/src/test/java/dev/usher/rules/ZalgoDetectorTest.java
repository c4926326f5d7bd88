// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ZalgoDetectorTest {
    private static final Detector ZALGO = Rules.zalgo(4, true);

    /** Sentences of many scripts in their usual spelling, and symbols as keyboards write them. */
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "สวัสดีครับ ที่นี่ น้ำปั่นป่วน",
        "السَّلَامُ عَلَيْكُمْ وَرَحْمَةُ اللّٰهِ",
        "नमस्ते क्षत्रिय र्ज़ुंबीशुं", "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים", "བསྒྲུབས་པ་རྒྱལ", "Tiếng Việt ở đây",
        "می‌خواهم", "ക്ഷ്‍ര", "👨‍👩‍👧‍👦 👍🏽 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪 1️⃣ ❤️ ☺︎", "葛󠄀", "⠓⠑⠇⠇⠕⠀⠺",
        "tab\tline\r\nend", "שלום \u200Fabc\u200E", "ᠮᠣᠩᠭᠣᠯ",
        "e\u0301x", "s\u0336t\u0336r\u0336i\u0336k\u0336e"})
    void normalWritingPasses(String content) {
        assertThat(ZALGO.find(content)).isEmpty();
        assertThat(ZALGO.find(Normalizer.normalize(content, Normalizer.Form.NFD))).isEmpty();
    }

    @Test
    void marksBeyondTheLimitAreFound() {
        assertThat(Finds.kindsAndTexts(ZALGO, "z\u0301\u0302\u0303\u0304a\u0301b"))
                .containsExactly("stacked-marks=\u0303\u0304");
        assertThat(Finds.kindsAndTexts(ZALGO, "ก\u0E34\u0E48\u0E4C\u0E4D\u0E4E"))
                .containsExactly("stacked-marks=\u0E4E");
        assertThat(Finds.texts(ZALGO, "\u0301\u0301 \u0302\u0302\u0302")).containsExactly("\u0301\u0301",
                "\u0302");
        assertThat(Finds.texts(ZALGO, "𝐳\u0301\u0301\u0301")).containsExactly("\u0301");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200D", "\u200C", "\u2060", "\uFEFF", "\u00AD", "\u202E", "\u3164",
        "\u115F",
        "\u2800", "\uFE0F", "\uDB40\uDC00", "\uDB40\uDC41", "\u180E", "\u0007", "\u0000", "\u009F", "\uFFA0"})
    void theInvisibleIsFoundWhereNothingNeedsIt(String unseen) {
        assertThat(Finds.kindsAndTexts(ZALGO, "ab" + unseen + "cd")).containsExactly("invisible=" + unseen);
        assertThat(Finds.texts(ZALGO, unseen)).containsExactly(unseen);
        assertThat(Finds.texts(Rules.zalgo(4, false), "ab" + unseen + "cd")).isEmpty();
    }

    @Test
    void aRunIsOneFind() {
        assertThat(Finds.texts(ZALGO, "a\u200B\u200D\u2060b\u200E\u200E"))
                .containsExactly("\u200B\u200D\u2060", "\u200E");
    }

    @Test
    void marksAreCountedThroughTheInvisible() {
        assertThat(Finds.texts(Rules.zalgo(4, false), "a\u0301\u200B\u0301\u034F\u0301\u0301"))
                .containsExactly("\u0301\u0301");
    }

    @Test
    void removingMakesTheContentPlain() {
        String content = "h\u0301\u0301\u0301\u0301e\u200Bl\u200Blo";

        assertThat(Masking.remove(content, ZALGO.find(content))).isEqualTo("h\u0301\u0301ello");
    }
}
