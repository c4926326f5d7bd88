// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class MessagesTest {
    @ParameterizedTest
    @ValueSource(ints = {40, 500})
    void everyMessageHasTheLengthAndIsDifferent(int length) {
        String[] messages = Messages.of(length, Terms.madeUp(100));

        assertThat(messages).hasSize(4_096).allMatch(message -> message.length() == length);
        assertThat(new HashSet<>(Arrays.asList(messages))).hasSize(4_096);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 500})
    void everyTenthMessageHoldsATerm(int length) {
        List<String> terms = Terms.madeUp(1_000);
        Matcher contains = Peer.CONTAINS.matching(terms);
        String[] messages = Messages.of(length, terms);

        for (int i = 0; i < messages.length; i += 10) {
            assertThat(contains.hits(messages[i])).as(messages[i]).isPositive();
        }
        assertThat(Arrays.stream(messages).filter(message -> contains.hits(message) > 0).count())
                .isBetween(410L, 420L);
    }

    @Test
    void termsAreTheSameEveryTimeAndALongListBeginsWithAShortOne() {
        assertThat(Terms.madeUp(100_000)).doesNotHaveDuplicates()
                .startsWith(Terms.madeUp(100).toArray(String[]::new));
    }
}
