// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import software.amazon.awssdk.services.ivschat.model.GetRoomResponse;

/** A room with its limits, which lists do not tell. Immutable. */
record RoomState(Room room, int maximumMessageLength, int maximumMessageRatePerSecond) {
    static RoomState of(GetRoomResponse room) {
        Integer length = room.maximumMessageLength();
        Integer rate = room.maximumMessageRatePerSecond();
        return new RoomState(
                new Room(room.arn(), Room.text(room.name()), Room.wiring(room.messageReviewHandler()),
                        room.tags(), Room.time(room.createTime())),
                length == null ? RoomSpec.DEFAULT_LENGTH : length,
                rate == null ? RoomSpec.DEFAULT_RATE : rate);
    }
}
