// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.util.List;
import java.util.Map;

/** What a template says of its rooms: the properties of {@code Custom::ChatRooms}. Immutable. */
record RoomsProperties(Wiring wiring, List<RoomSpec> rooms, List<Adoption> adopt, boolean canary,
        String greeting) {
    /** Harmless under all but the strangest rules. */
    static final String GREETING = "hello";

    RoomsProperties {
        rooms = List.copyOf(rooms);
        adopt = List.copyOf(adopt);
    }

    /** The tags that a room of this name is given; none where there is no such. */
    Map<String, String> tagsOf(String name) {
        for (RoomSpec room : rooms) {
            if (room.name().equals(name)) {
                return room.tags();
            }
        }
        return Map.of();
    }
}
