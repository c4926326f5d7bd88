// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The cost of a message is linear in its length, whoever wrote it and whatever the list: counted in steps. */
final class HostileTextTest {
    private static final int LENGTH = 500;

    private static String filled(String piece) {
        return piece.repeat(LENGTH / piece.length() + 1).substring(0, LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "as", "*", "f*", "f**k ", "s****t ", "5h1+4$$ ", "1!|", "a!", "i!l",
        "sh!|t! ",
        "f u c k ", "a.s.s.", "fuck", "cum", "nigg", "siht fukc ", "\u200B", "😀", "η", "sητ ", "ﷺ",
        "a\u0300", "xX", "99",
        "-", "'", "\uD800", "傻"})
    void anyShapeOfTextCostsAtMostSomeStepsAUnit(String piece) {
        TermMatcher matcher = TermMatcher.builder().list("en").build();

        assertThat(matcher.steps(filled(piece))).isLessThan(12L * LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "a ", "a.", "aab", "a*", "aa "})
    void aDictionaryOfNestedTermsCostsNoMore(String piece) {
        List<String> words = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            words.add("a".repeat(i));
            words.add("ab".repeat(i / 2 + 1));
            words.add("*" + "aab".repeat(i / 3 + 1) + "*");
        }
        TermMatcher matcher = TermMatcher.builder().words(words).build();

        assertThat(matcher.steps(filled(piece))).isLessThan(120L * LENGTH);
    }

    @Test
    void twiceTheTextCostsTwiceTheSteps() {
        TermMatcher matcher = TermMatcher.builder().list("en").build();
        String text = "what the fuck is this shit, you as so le. classic! ";

        long once = matcher.steps(text.repeat(20));

        assertThat(matcher.steps(text.repeat(40))).isLessThan(2 * once + once / 10);
    }

    @Test
    void aMessageWithoutAHitAllocatesNothing() {
        TermMatcher matcher = TermMatcher.builder().list("en").words(List.of("wobble")).build();
        String text = "hello everyone, what a classic game! see u at 8 on my stream, it's so good";
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory
                .getThreadMXBean();
        for (int i = 0; i < 100; i++) {
            matcher.find(text);
        }

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            matcher.find(text);
        }
        long perMessage = (threads.getCurrentThreadAllocatedBytes() - before) / 1_000;

        assertThat(perMessage).isZero();
    }
}
