// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.Objects;

/**
 * One message to be reviewed, and where it comes from. Immutable.
 *
 * @param message as the sender wrote it, or as the rules before this one left it
 * @param messageId the contract's {@code MessageId}; the same id later stands in the delivered message
 */
public record ReviewRequest(Message message, String messageId, RoomArn roomArn, Sender sender) {
    public ReviewRequest {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(roomArn, "roomArn");
        Objects.requireNonNull(sender, "sender");
    }

    /** The content under review: short for {@code message().content()}. */
    public String content() {
        return message.content();
    }

    ReviewRequest withMessage(Message edited) {
        return new ReviewRequest(edited, messageId, roomArn, sender);
    }
}
