// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.chat.model.ServiceFault;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The permission to invoke a handler, which the service looks for when a room is given one, and does not always see at
 * once after it was made. There is no such permission here, so it always is there, unless a test says otherwise.
 * Thread-safe.
 */
public final class Permissions {
    private final AtomicInteger notSeen = new AtomicInteger();

    /** The next so many attempts to give a room a handler are refused. */
    public void hide(int times) {
        notSeen.set(times);
    }

    void check(JsonNode handler) {
        if (!handler.path("uri").asText("").isEmpty()
                && notSeen.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw ServiceFault.invalid("uri", "failed to satisfy the constraints: invalid lambda permission");
        }
    }
}
