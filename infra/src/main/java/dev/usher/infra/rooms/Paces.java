// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.util.EnumMap;
import java.util.Map;

/** One pace for each operation that has a quota of its own (docs/CONTRACT.md). Thread-safe. */
final class Paces {
    /** What the service grants an account in a Region for each operation on rooms. */
    static final double QUOTA = 5;

    /** An operation of the control plane, and its quota as a multiple of that of the operations on rooms. */
    enum Operation {
        CREATE_ROOM("CreateRoom", 1), GET_ROOM("GetRoom", 1), LIST_ROOMS("ListRooms", 1), UPDATE_ROOM(
                "UpdateRoom", 1),
        DELETE_ROOM("DeleteRoom", 1), TAG_RESOURCE("TagResource",
                2),
        UNTAG_RESOURCE("UntagResource", 2), CREATE_CHAT_TOKEN("CreateChatToken", 40);

        private final String title;
        private final int share;

        Operation(String title, int share) {
            this.title = title;
            this.share = share;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private final Map<Operation, Pace> paces = new EnumMap<>(Operation.class);

    Paces(double callsPerSecond, Time time) {
        for (Operation operation : Operation.values()) {
            paces.put(operation, new Pace(callsPerSecond * operation.share, time));
        }
    }

    Pace of(Operation operation) {
        Pace pace = paces.get(operation);
        if (pace == null) {
            throw new IllegalStateException("no pace for " + operation);
        }
        return pace;
    }
}
