// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.time.Duration;

/** What came of one event. Immutable, but for the array. */
public sealed interface Outcome {
    /** From handing the event over; zero where that never happened. */
    Duration took();

    /** The function returned. */
    @SuppressWarnings("ArrayRecordComponent") // handed on as it is, and never compared
    record Answered(byte[] response, Duration took) implements Outcome {}

    /** The function threw; its process lives on, unless the error was the machine's. */
    record Failed(FunctionError error, Duration took) implements Outcome {}

    /** The function's own time-out passed, and its process was ended. */
    record TimedOut(Duration took) implements Outcome {}

    /** The process ended in the middle; 128 and a signal's number where that ended it. */
    record Crashed(int exitCode, Duration took) implements Outcome {}

    /** The process never became ready, or ended after the event before, so that this one was never handed over. */
    record NotStarted(Init init) implements Outcome {
        @Override
        public Duration took() {
            return Duration.ZERO;
        }
    }
}
