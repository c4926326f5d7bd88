// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.Map;
import java.util.Objects;

/**
 * Who sent the message, as the service vouches for it. Immutable.
 *
 * @param userId the contract's {@code UserId}: the application's own name for the user, set in the chat token
 * @param ip the address that the service saw, or empty where the event carries none; personal data, never logged
 *     by default
 * @param attributes set in the chat token, so the sender cannot forge them; copied, in order
 */
public record Sender(String userId, String ip, Map<String, String> attributes) {
    public Sender {
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(ip, "ip");
        attributes = Message.copyOf(attributes);
    }
}
