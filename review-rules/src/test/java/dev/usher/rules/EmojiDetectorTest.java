// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class EmojiDetectorTest {
    private static final Detector NONE = Rules.emoji(EmojiOptions.atMost(0));

    @ParameterizedTest
    @ValueSource(strings = {"😀", "👨‍👩‍👧‍👦", "👍🏽", "🏳️‍🌈", "🏴‍☠️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇩🇪", "1️⃣",
        "#️⃣", "❤️", "❤", "☺️", "👩🏽‍🚀",
        "👁️‍🗨️", "🧑‍🤝‍🧑", "⚽", "©️"})
    void whatIsSeenAsOneCountsAsOne(String emoji) {
        assertThat(Finds.texts(NONE, "a" + emoji + emoji + " b")).containsExactly(emoji, emoji);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 # * 23", "© ® ™", "→ ♪", "☺︎", "日本語", "e\u0301", "\uD83D", "\uDE00",
        "1\u20E4"})
    void otherCharactersAreNoEmoji(String content) {
        assertThat(NONE.find(content)).isEmpty();
    }

    @Test
    void letterOfAFlagAloneIsAnEmojiToo() {
        assertThat(Finds.texts(NONE, "🇩🇪🇫")).containsExactly("🇩🇪", "🇫");
    }

    @Test
    void thoseBeyondTheMaximumAreFound() {
        assertThat(Finds.texts(Rules.emoji(EmojiOptions.atMost(2)), "😀 a 😁 b 😂 c 🤣"))
                .containsExactly("😂", "🤣");
        assertThat(Finds.texts(Rules.emoji(EmojiOptions.atMost(4)), "😀 a 😁 b 😂 c 🤣")).isEmpty();
    }

    @Test
    void beyondTheShareAllAreFound() {
        Detector half = Rules.emoji(new EmojiOptions(100, 0.5, 3));

        assertThat(half.find("😀😁😂 wow")).isEmpty();
        assertThat(half.find("😀😁😂 wo")).hasSize(3);
        assertThat(half.find("😀😁")).isEmpty();
        assertThat(Rules.emoji(new EmojiOptions(100, 1, 0)).find("😀😁")).isEmpty();
    }

    @Test
    void aShareIsBetweenZeroAndOne() {
        assertThatThrownBy(() -> new EmojiOptions(1, 1.1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmojiOptions(1, Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
