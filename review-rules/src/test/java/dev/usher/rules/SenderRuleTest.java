// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Deadline;
import dev.usher.review.Message;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.review.RoomArn;
import dev.usher.review.Sender;
import dev.usher.review.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class SenderRuleTest {
    private static final ReviewRule RULE = Rules.senders(Set.of("troll"),
            Map.of("standing", Set.of("banned", "muted")), Action.deny("No."));

    @Test
    void sendersOfTheListAreDenied() throws Exception {
        assertThat(verdict("troll", Map.of())).isInstanceOf(Verdict.Deny.class);
        assertThat(verdict("ann", Map.of("standing", "muted"))).isInstanceOf(Verdict.Deny.class);
    }

    @Test
    void otherSendersPass() throws Exception {
        assertThat(verdict("Troll", Map.of())).isEqualTo(Verdict.pass());
        assertThat(verdict("ann", Map.of("standing", "good", "other", "banned"))).isEqualTo(Verdict.pass());
    }

    @Test
    void theFindHoldsNothingOfTheContent() throws Exception {
        assertThat(verdict("troll", Map.of()).matches()).singleElement()
                .satisfies(match -> assertThat(match.span().length()).isZero());
        assertThat(RULE.isBounded()).isTrue();
    }

    private static Verdict verdict(String userId, Map<String, String> attributes) throws Exception {
        return RULE.review(new ReviewRequest(Message.of("hi"), "m", new RoomArn(
                "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456"),
                new Sender(userId, "", attributes)),
                Deadline.after(Duration.ofSeconds(1)));
    }
}
