// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

/** What {@code usher join} waits for: its user, or the room. Immutable. */
sealed interface Happening {
    /** A line that the user typed. */
    record Line(String text) implements Happening {}

    /** The user's input has ended. */
    record EndOfInput() implements Happening {}

    /** A frame of the room. */
    record Frame(String json) implements Happening {}

    /** The connection is closed. */
    record Closed(String why) implements Happening {}
}
