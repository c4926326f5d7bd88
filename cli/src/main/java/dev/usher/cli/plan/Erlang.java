// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

/** Closed forms that a simulation without cold starts has to agree with. */
final class Erlang {
    private Erlang() {}

    /**
     * Erlang's loss formula: the share that finds all servers busy, whatever the distribution of the time they take.
     *
     * @param offered arrivals a second, times the mean seconds that one takes
     */
    static double lost(int servers, double offered) {
        double lost = 1;
        for (int i = 1; i <= servers; i++) {
            lost = offered * lost / (i + offered * lost);
        }
        return lost;
    }
}
