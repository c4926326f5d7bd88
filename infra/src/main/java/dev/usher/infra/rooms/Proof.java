// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

/** What the canary tells of a room. Immutable. */
public sealed interface Proof {
    /** The room's messages are reviewed by Usher, and a harmless one gets through. */
    record Moderated() implements Proof {}

    /** They are not, or nothing gets through; {@code message} says what to do. */
    record Failed(Kind kind, String message) implements Proof {}

    /** The ways in which a room can fail. */
    enum Kind {
        NO_HANDLER, OTHER_HANDLER, WRONG_REASON, ALLOWED, FALLBACK, GREETING_REFUSED, UNREACHABLE
    }
}
