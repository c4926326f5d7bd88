// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.time.Duration;

/**
 * What one step showed. Immutable.
 *
 * @param offered messages a second that were due; 0 where it was unpaced
 * @param sent messages a second, all rooms together
 * @param delivered frames a second, all connections together
 * @param p50 from when a message was due until a connection had it
 * @param fallbacks reviews that were not answered in time
 */
record Step(int offered, double sent, double delivered, Duration p50, Duration p99, long fallbacks,
        ServerProcess.Memory memory) {
    private static final Duration TOO_LATE = Duration.ofMillis(200);
    private static final double ALMOST_ALL = 0.98;

    /** The one of two with the smaller p99: on a machine with other work, that tells more of the server. */
    Step quicker(Step other) {
        return p99.compareTo(other.p99) <= 0 ? this : other;
    }

    /** Whether the server kept up. */
    boolean holds() {
        return p99.compareTo(TOO_LATE) <= 0 && fallbacks == 0 && sent >= offered * ALMOST_ALL;
    }
}
