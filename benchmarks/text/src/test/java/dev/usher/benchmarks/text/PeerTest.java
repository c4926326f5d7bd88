// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A peer that is set up wrongly would be measured doing nothing. */
final class PeerTest {
    @ParameterizedTest
    @EnumSource
    void findsEveryPlantedTermAndNothingElse(Peer peer) {
        List<String> terms = Terms.madeUp(1_000);
        Matcher matcher = peer.matching(terms);
        Matcher brute = Peer.CONTAINS.matching(terms);

        for (String message : List.of(Messages.of(500, terms)).subList(0, 500)) {
            assertThat(matcher.hits(message) > 0).as(message).isEqualTo(brute.hits(message) > 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void livesThroughEveryHostileShape(Peer peer) {
        Matcher matcher = peer.matching(Terms.hostile(100));

        for (HostileShape shape : HostileShape.values()) {
            assertThat(shape.content().codePointCount(0, shape.content().length())).isEqualTo(500);
            assertThat(matcher.hits(shape.content())).isNotNegative();
        }
        if (peer != Peer.USHER) { // to which a term is a word, and these shapes have no words in them
            assertThat(matcher.hits(HostileShape.ONE_LETTER.content())).isPositive();
            assertThat(matcher.hits(HostileShape.ALMOST.content())).isPositive();
        }
    }
}
