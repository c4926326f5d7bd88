// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.review.Message;
import dev.usher.review.ReviewRequest;
import dev.usher.review.RoomArn;
import dev.usher.review.Sender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ConditionTest {
    @Test
    void anyOfTheUserIdsWillDo() {
        Condition condition = new Condition(List.of("ann", "bob"), Map.of());

        assertThat(condition.test(request("bob", Map.of()))).isTrue();
        assertThat(condition.test(request("Bob", Map.of()))).isFalse();
    }

    @Test
    void everyAttributeMustHaveOneOfItsValues() {
        Condition condition = new Condition(List.of(),
                Map.of("role", List.of("moderator", "admin"), "level", List.of("3")));

        assertThat(condition.test(request("ann", Map.of("role", "admin", "level", "3", "x", "y")))).isTrue();
        assertThat(condition.test(request("ann", Map.of("role", "admin")))).isFalse();
        assertThat(condition.test(request("ann", Map.of("role", "admin", "level", "4")))).isFalse();
    }

    @Test
    void userIdAndAttributesMustBothHold() {
        Condition condition = new Condition(List.of("ann"), Map.of("role", List.of("moderator")));

        assertThat(condition.test(request("ann", Map.of("role", "moderator")))).isTrue();
        assertThat(condition.test(request("ann", Map.of()))).isFalse();
        assertThat(condition.test(request("bob", Map.of("role", "moderator")))).isFalse();
        assertThat(condition).hasToString("userId is ann; role is moderator");
    }

    @Test
    void theMessagesOwnAttributesDoNotCount() {
        Condition condition = new Condition(List.of(), Map.of("role", List.of("moderator")));
        ReviewRequest forged = new ReviewRequest(new Message("hi", Map.of("role", "moderator")), "m", ROOM,
                new Sender("eve", "", Map.of()));

        assertThat(condition.test(forged)).isFalse();
    }

    private static final RoomArn ROOM = new RoomArn(
            "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456");

    private static ReviewRequest request(String userId, Map<String, String> attributes) {
        return new ReviewRequest(Message.of("hi"), "m", ROOM, new Sender(userId, "", attributes));
    }
}
