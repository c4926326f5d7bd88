// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.invoke;

/** How one call of a function ended. Immutable, as long as nobody writes into the bytes. */
public sealed interface Invocation {
    /** It returned these bytes, right or wrong. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy a message would serve nobody
    record Answered(byte[] payload) implements Invocation {}

    /**
     * It threw, or said that it failed.
     *
     * @param payload what it said of its error, as Lambda would pass it on
     */
    @SuppressWarnings("ArrayRecordComponent")
    record FunctionError(byte[] payload) implements Invocation {}

    /** Its process ended before it answered. */
    record Crashed(String reason) implements Invocation {}

    /**
     * It had not answered at the limit.
     *
     * @param detail what is known of why, such as that its process was still starting; may be empty
     */
    record TimedOut(String detail) implements Invocation {
        /** Nobody knows why. */
        public TimedOut() {
            this("");
        }
    }

    /** It was not started: there is no such function, none free, or no way to it. */
    record NotStarted(String reason) implements Invocation {}
}
