// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

/** What Lambda takes, in dollars: parameters, since they change. Immutable. */
public record Prices(double perMillionRequests, double perGbSecond, double provisionedPerGbSecond,
        double provisionedBusyPerGbSecond) {
    private static final double SECONDS_A_MONTH = 730 * 3600.0;
    private static final double MILLION = 1e6;

    /** A month of this, if all of it were as what was simulated. */
    public double month(Fleet fleet, Load load, Outcome outcome) {
        double times = SECONDS_A_MONTH / load.seconds();
        return outcome.messages() * times / MILLION * perMillionRequests
                + outcome.onDemandBusySeconds() * times * fleet.memory() * perGbSecond
                + outcome.provisionedBusySeconds() * times * fleet.memory() * provisionedBusyPerGbSecond
                + fleet.provisioned() * SECONDS_A_MONTH * fleet.memory() * provisionedPerGbSecond;
    }
}
