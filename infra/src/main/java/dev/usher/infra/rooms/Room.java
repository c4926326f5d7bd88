// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ivschat.model.MessageReviewHandler;
import software.amazon.awssdk.services.ivschat.model.RoomSummary;

/**
 * A room as the service lists it. Immutable.
 *
 * @param name not unique; may be empty
 * @param handler null where nothing reviews the room's messages
 */
public record Room(String arn, String name, @Nullable Wiring handler, Map<String, String> tags,
        Instant createTime) {
    public Room {
        tags = Map.copyOf(tags);
    }

    static Room of(RoomSummary room) {
        return new Room(room.arn(), text(room.name()), wiring(room.messageReviewHandler()), room.tags(),
                time(room.createTime()));
    }

    static @Nullable Wiring wiring(@Nullable MessageReviewHandler handler) {
        if (handler == null || text(handler.uri()).isEmpty()) {
            return null;
        }
        return new Wiring(handler.uri(), "DENY".equals(handler.fallbackResultAsString())
                ? FallbackResult.DENY
                : FallbackResult.ALLOW); // the service's own default
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static Instant time(@Nullable Instant value) {
        return value == null ? Instant.EPOCH : value;
    }

    /** For people: the name where there is one, and the ARN. */
    public String title() {
        return name.isEmpty() ? arn : name + " (" + arn + ")";
    }
}
