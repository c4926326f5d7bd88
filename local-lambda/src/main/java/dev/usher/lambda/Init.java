// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.time.Duration;

/** What came of a function's start. Immutable. */
public sealed interface Init {
    /** From the start of the process. */
    Duration took();

    /** It asked for its first event. */
    record Ready(Duration took) implements Init {}

    /** Its construction threw. */
    record Failed(FunctionError error, Duration took) implements Init {}

    /** Its process ended by itself without a word; 128 and a signal's number where that ended it. */
    record Crashed(int exitCode, Duration took) implements Init {}

    /** It was not ready in Lambda's 10 seconds, and its process was ended. */
    record TimedOut(Duration took) implements Init {}
}
