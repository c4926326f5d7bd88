// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.ReviewRequest;
import dev.usher.review.RoomArn;
import dev.usher.state.AddressRange;
import org.jspecify.annotations.Nullable;

/** Whose messages are counted together. */
public enum Per {
    /** Those of one {@code UserId}. */
    USER,
    /** Those of one address; of IPv6 those of one /64, which is what one household or host has. */
    IP,
    /** All of the room. */
    ROOM;

    /** The contract's limit is 128; whatever is longer is cut, so that nobody makes keys grow. */
    private static final int LONGEST = 256;

    /**
     * The key, or null where the event has no address to count by.
     *
     * @param owner the rule's own name, which no other rule has
     * @param everywhere whether all rooms are one; those of made-up messages never are
     */
    @Nullable
    String key(String owner, ReviewRequest request, boolean everywhere) {
        RoomArn room = request.roomArn();
        String place = owner + '|' + (everywhere && !room.equals(RoomArn.NOWHERE) ? "*" : room.value()) + '|';
        return switch (this) {
            case USER -> place + cut(request.sender().userId());
            case ROOM -> place;
            case IP -> {
                String ip = request.sender().ip();
                AddressRange address = AddressRange.read(ip);
                yield ip.isEmpty() ? null : place + (address == null ? cut(ip) : address.network(32, 64));
            }
        };
    }

    /** The key of a room. */
    static String inRoom(String owner, ReviewRequest request) {
        return owner + '|' + request.roomArn().value() + '|';
    }

    /** The key of a user in a room. */
    static String ofUser(String owner, ReviewRequest request) {
        return inRoom(owner, request) + cut(request.sender().userId());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
