// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/**
 * The right of a user to connect to a room once. Immutable; nobody writes into the attributes.
 *
 * @param usableUntil the service's {@code tokenExpirationTime}
 * @param sessionUntil the service's {@code sessionExpirationTime}
 */
public record ChatToken(String value, String roomArn, String userId, Set<Capability> capabilities,
        ObjectNode attributes, Instant usableUntil, Instant sessionUntil) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "ChatToken[roomArn=" + roomArn + "]";
    }
}
