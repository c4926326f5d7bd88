// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

final class MessageTest {
    @Test
    void attributesKeepTheirOrderAndAreCopied() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : new String[]{"z", "a", "m", "b"}) {
            attributes.put(name, "1");
        }
        Message message = new Message("hi", attributes);
        attributes.clear();
        assertThat(message.attributes().keySet()).containsExactly("z", "a", "m", "b");
    }

    @Test
    void attributesAreNeverNull() {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("name", null);
        assertThatNullPointerException().isThrownBy(() -> new Message("hi", attributes))
                .withMessage("an attribute's value");
    }

    @Test
    void anAttributeThatStandsIsReplacedInItsPlace() {
        Message message = Message.of("hi").withAttribute("a", "1").withAttribute("b", "2").withAttribute("a",
                "3");
        assertThat(message.attributes()).hasToString("{a=3, b=2}");
    }

    @Test
    void violationsNameTheLimitAndNotTheText() {
        assertThat(Message.of("").violation(500)).isEqualTo("Content is empty");
        assertThat(Message.of("secret").violation(5)).isEqualTo("Content of 6 code points, at most 5");
        assertThat(Message.of("hi").withAttribute("k", "v".repeat(1024)).violation(500))
                .isEqualTo("Attributes of 1025 bytes, at most 1024");
        assertThat(Message.of("\ud83d\ude00".repeat(5)).violation(5)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\u00e9", "\u20ac", "\ud83d\ude00", "a\u00e9\u20ac\ud83d\ude00z",
        "\ud83d\ude00\ud83d\ude00"})
    void sizesAreThoseOfUtf8(String text) {
        assertThat(Utf8.length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00"})
    void anUnpairedSurrogateCountsThreeBytes(String text) {
        assertThat(Utf8.length(text)).isEqualTo(3);
    }
}
