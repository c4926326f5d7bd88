// SPDX-License-Identifier: Apache-2.0
package com.example.spoilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.review.Deadline;
import dev.usher.review.Match;
import dev.usher.review.Message;
import dev.usher.review.ReviewRequest;
import dev.usher.review.RoomArn;
import dev.usher.review.Sender;
import dev.usher.review.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpoilerRuleTest {
    private final SpoilerRule rule = new SpoilerRule(List.of("Vertigo", "Citizen Kane"), List.of("dies", "rosebud is"),
            "Hush.");

    @ParameterizedTest
    @ValueSource(strings = {"In Vertigo she dies", "she DIES in vertigo", "dies!vertigo?", "Vertigos, no: Vertigo. Dies.",
        "Rosebud is the sled, says Citizen Kane"})
    void deniesATitleTogetherWithWhatGivesItAway(String content) {
        assertThat(review(content)).isInstanceOfSatisfying(Verdict.Deny.class,
                deny -> assertThat(deny.reason()).isEqualTo("Hush."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I loved Vertigo", "everybody dies", "Vertigos dies", "Vertigo diesel", "hello"})
    void passesOneWithoutTheOther(String content) {
        assertThat(review(content)).isEqualTo(Verdict.pass());
    }

    @Test
    void tellsWhereBothStand() {
        assertThat(review("In Vertigo she dies").matches()).containsExactly(new Match(3, 10, "title"),
                new Match(15, 19, "reveal"));
    }

    private Verdict review(String content) {
        ReviewRequest request = new ReviewRequest(Message.of(content), "AbCdEf123456",
                new RoomArn("arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456"),
                new Sender("ann", "192.0.2.1", Map.of()));
        return rule.review(request, Deadline.after(Duration.ofSeconds(1)));
    }
}
