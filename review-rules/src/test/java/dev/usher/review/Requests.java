// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.Map;

/** Requests for tests that care about the message only. */
public final class Requests {
    public static final RoomArn ROOM = new RoomArn(
            "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456");

    private Requests() {}

    public static ReviewRequest of(String content) {
        return of(Message.of(content));
    }

    public static ReviewRequest of(Message message) {
        return from(new Sender("ann", "192.0.2.1", Map.of()), message);
    }

    public static ReviewRequest from(Sender sender, Message message) {
        return new ReviewRequest(message, "AbCdEf123456", ROOM, sender);
    }
}
