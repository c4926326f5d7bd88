// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.util.Map;

/**
 * A room that is wanted. Immutable.
 *
 * @param name the room's, and what it is known by: unique among the rooms of one resource
 */
record RoomSpec(String name, int maximumMessageLength, int maximumMessageRatePerSecond,
        Map<String, String> tags) {
    static final int DEFAULT_LENGTH = 500;
    static final int MOST_LENGTH = 500;
    static final int DEFAULT_RATE = 10;
    static final int MOST_RATE = 100;

    RoomSpec {
        tags = Map.copyOf(tags);
    }
}
