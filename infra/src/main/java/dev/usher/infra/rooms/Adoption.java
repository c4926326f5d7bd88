// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

/** Which rooms that exist already are to be moderated. Immutable. */
sealed interface Adoption {
    /** Whether this means the room. */
    boolean includes(Room room);

    /** The one room of this ARN. */
    record ByArn(String arn) implements Adoption {
        @Override
        public boolean includes(Room room) {
            return room.arn().equals(arn);
        }

        @Override
        public String toString() {
            return "of the ARN " + arn;
        }
    }

    /** All rooms of this name. */
    record ByName(String name) implements Adoption {
        @Override
        public boolean includes(Room room) {
            return room.name().equals(name);
        }

        @Override
        public String toString() {
            return "of the name " + name;
        }
    }

    /** All rooms with this tag. */
    record ByTag(String key, String value) implements Adoption {
        @Override
        public boolean includes(Room room) {
            return value.equals(room.tags().get(key));
        }

        @Override
        public String toString() {
            return "with the tag " + key + "=" + value;
        }
    }
}
