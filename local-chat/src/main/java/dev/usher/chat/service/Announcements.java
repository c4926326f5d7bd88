// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of a room, whether a client or the control plane causes them. Thread-safe.
 *
 * <p>As in the service, deleting only announces: there is no history to delete from, so any id will do; and
 * disconnecting a user succeeds where nobody of that name is there.
 */
final class Announcements {
    private final Halls halls;
    private final InstantSource clock;
    private final Counters counters;

    Announcements(Halls halls, InstantSource clock, Counters counters) {
        this.halls = halls;
        this.clock = clock;
        this.counters = counters;
    }

    /** Sends an event of the application's own; gives its id. */
    String event(String roomArn, String name, ObjectNode attributes) {
        String id = Ids.id();
        halls.of(roomArn).announce(Frames.event(id, null, name, attributes, clock.instant()));
        counters.add("Chat EventsSent");
        return id;
    }

    /** Tells clients to delete a message; gives the event's id. */
    String deleteMessage(String roomArn, @Nullable String requestId, String messageId,
            Optional<String> reason) {
        String id = Ids.id();
        // Both spellings, as the service has it: the official client reads the first.
        ObjectNode attributes = Json.object().put("MessageID", messageId).put("MessageId", messageId);
        reason.ifPresent(given -> attributes.put("Reason", given));
        halls.of(roomArn)
                .announce(Frames.event(id, requestId, "aws:DELETE_MESSAGE", attributes, clock.instant()));
        counters.add("Chat MessagesDeleted");
        return id;
    }

    /** Tells all that a user goes, and closes every connection of that user. */
    void disconnectUser(String roomArn, @Nullable String requestId, String userId, Optional<String> reason) {
        ObjectNode attributes = Json.object().put("UserId", userId);
        reason.ifPresent(given -> attributes.put("Reason", given));
        halls.of(roomArn).announceAndClose(
                Frames.event(Ids.id(), requestId, "aws:DISCONNECT_USER", attributes, clock.instant()),
                session -> session.token().userId().equals(userId), "Disconnected by a moderator");
        counters.add("Chat UsersDisconnected");
    }
}
