// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.invoke;

import java.time.Duration;

/** Something that goes wrong on purpose, to see what the room makes of it. Immutable. */
public sealed interface Fault {
    /** The function answers, but later by this much. */
    record Delay(Duration by) implements Fault {}

    /** The function throws. */
    record Throw() implements Fault {}

    /** The function answers with something that is no verdict. */
    record Garbage() implements Fault {}

    /** The function's process ends. */
    record Crash() implements Fault {}
}
