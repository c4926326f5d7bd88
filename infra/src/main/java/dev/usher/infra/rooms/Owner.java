// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A resource of a stack, as its rooms name it: by tags, since names are not unique and an answer with an ARN may be
 * lost. Immutable.
 */
record Owner(String stackId, String logicalId) {
    /** Of all tags that are ours. */
    static final String PREFIX = "usher:";
    /** How many we put on a room. */
    static final int TAGS = 3;

    private static final String STACK = PREFIX + "stack";
    private static final String LOGICAL_ID = PREFIX + "logical-id";
    private static final String ROOM = PREFIX + "room";

    /** The same for every request about this resource, so that CloudFormation never thinks it replaced. */
    String physicalId() {
        int name = stackId.indexOf(":stack/");
        return "usher-rooms/" + (name < 0 ? stackId : stackId.substring(name + 7)) + "/" + logicalId;
    }

    /** The tags of a room of this resource. */
    Map<String, String> tags(RoomSpec room) {
        Map<String, String> tags = new LinkedHashMap<>(room.tags());
        tags.put(STACK, stackId);
        tags.put(LOGICAL_ID, logicalId);
        tags.put(ROOM, room.name());
        return tags;
    }

    /** Whether this resource has made the room, as far as its tags tell. */
    boolean owns(Room room) {
        return stackId.equals(room.tags().get(STACK)) && logicalId.equals(room.tags().get(LOGICAL_ID));
    }

    /** The name by which the resource knows a room that it owns, whatever the room is called now. */
    static String nameOf(Room room) {
        return room.tags().getOrDefault(ROOM, room.name());
    }
}
