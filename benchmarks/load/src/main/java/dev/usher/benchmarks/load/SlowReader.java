// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.io.IOException;
import java.time.Duration;

/**
 * A room with one connection that stops reading: what it does to the others, and what becomes of it. Immutable.
 *
 * @param length of a step
 * @param before the others' step without it
 * @param during the same while it did not read
 * @param after the same again
 * @param disconnected whether the server let go of it
 */
record SlowReader(int connections, Duration length, Step before, Step during, Step after,
        boolean disconnected) {
    private static final int CONNECTIONS = 100;
    private static final int RATE = 400;
    private static final int PADDING = 900;

    static SlowReader run(Duration length) throws IOException, InterruptedException {
        System.out.println("one of " + CONNECTIONS + " stops reading");
        try (ServerProcess server = new ServerProcess(); Fleet fleet = Fleet.of(server, 1, CONNECTIONS)) {
            fleet.pad(PADDING);
            Pace pace = new Pace(server, fleet);
            pace.run(RATE, length.dividedBy(4));
            Step before = Load.print(pace.run(RATE, length));
            fleet.member(0).stall();
            Step during = Load.print(pace.run(RATE, length));
            boolean disconnected = server.people(fleet.rooms().get(0)) == CONNECTIONS - 1;
            Step after = Load.print(pace.run(RATE, length));
            System.out.println("disconnected: " + disconnected);
            return new SlowReader(CONNECTIONS, length, before, during, after, disconnected);
        }
    }
}
