// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A content without signs is one in which the close reading finds nothing: held against that reading itself. */
final class SignsTest {
    private static final LinkDetector[] LINKS = {
        new LinkDetector(LinkOptions.ALL.allowing("a.com").denying("b.qq")),
        new LinkDetector(LinkOptions.ALL.denying("ab.om").onlyDenied())};

    /** What a find could be made of; ? stands for the character in question. */
    private static final String[] AROUND = {"a?com", "aa ? com", "a?com/x", "discord gg?x", "www?a. b",
        "aa d?t com", "aa (?) com", "aa do? com", "aa ?ot com", "aadot?om", "a? com?x", "http:??a",
        "ann?b.com",
        "ann at bb (?) com", "ann (?t) bb.com", "ann (a?) b.com", "ab? dot com", "2001?db8??1", "GB?4WEST",
        "11?12?13",
        "aa ?", "aa то?ка ру", "a\uFE0F?com", "d\u200D?t com", "twitch?tv", "1?1?1?100", "d?\uFE0Fot com"};

    private static final String[] PARTS = {"a", "b", "com", "com", "dot", "D0T", "punto", "at", " ", " ", " ",
        ".", ".", ",",
        "www", "http", "/", "\\", ":", "?", "#", "@", "(", ")", "[", "]", "{", "<", "*", "-", "_", "'", "\"",
        "|", "~",
        "gg", "discord", "twitch", "tv", "bit", "ly", "x1", "1", "22", "333", "100", "+", "GB", "DE89",
        "fe80", "slash",
        "é", "ß", "ſ", "ı", "İ", "точка", "ру", "рф", "пример", "中国", "す", "한국", "😀", "❤\uFE0F", "👨‍👩",
        "…", "’",
        "\n", "\t", "\u200B", "\u0301", "･", "。", "\uFE0F", "\uD83D", "\uDE00"};

    @Test
    void randomContentsWithoutSignsHoldNothing() {
        Random random = new Random(20261124);
        int quiet = 0;
        for (int i = 0; i < 150_000; i++) {
            StringBuilder content = new StringBuilder();
            for (int part = 1 + random.nextInt(12); part > 0; part--) {
                content.append(PARTS[random.nextInt(PARTS.length)]);
            }
            quiet += holds(content.toString()) ? 1 : 0;
        }
        assertThat(quiet).as("contents that are not read closely").isGreaterThan(15_000);
    }

    @Test
    void noCharacterTurnsIntoASignUnderTheReading() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String character = Character.toString(codePoint);
            if (Signs.of("é" + character) != (Signs.LINK | Signs.EMAIL | Signs.NUMBER)) {
                for (String around : AROUND) {
                    holds(around.replace("?", character));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"good game everyone. that was close, wasn't it?",
        "gg :) see you at 20, ok... or not!",
        "ça va ? oui, très bien", "привет, как дела?", "おはよう 😀", "❤\uFE0F #love",
        "(what) a day; 12345 of them"})
    void ordinaryContentsHaveNone(String content) {
        assertThat(Signs.of(content)).isZero();
    }

    /** Whether something is said to be missing, which is held against the close reading. */
    private static boolean holds(String content) {
        int signs = Signs.of(content);
        if ((signs & Signs.LINK) == 0) {
            for (LinkDetector links : LINKS) {
                assertThat(links.find(new VisibleText(content))).as(content).isEmpty();
            }
        }
        boolean email = (signs & Signs.EMAIL) != 0;
        boolean number = (signs & Signs.NUMBER) != 0;
        if (!email || !number) {
            PersonalDataDetector rest = new PersonalDataDetector(
                    new PersonalDataOptions(!email, !number, !number, !number, !number));
            assertThat(rest.find(new VisibleText(content))).as(content).isEmpty();
        }
        return signs == 0;
    }
}
