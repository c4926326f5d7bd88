// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

/**
 * What AWS asks, in US dollars; docs/PLAN.md says where and when they were read. Immutable.
 *
 * @param request for a request
 * @param second for a GB-second on demand
 * @param provisionedSecond for a GB-second of work in a provisioned environment
 * @param keptSecond for a GB-second of keeping one, at work or not
 * @param logByte for a byte of log
 */
public record Prices(double request, double second, double provisionedSecond, double keptSecond,
        double logByte) {
    /** US East (N. Virginia), x86, without the free tier. */
    public static final Prices X86 = new Prices(0.20e-6, 0.0000166667, 0.0000097222, 0.0000041667, 0.50e-9);
    /** The same on arm64. */
    public static final Prices ARM = new Prices(0.20e-6, 0.0000133334, 0.0000077778, 0.0000033334, 0.50e-9);

    /** What a decision's line in the log has, with what CloudWatch adds to it. */
    static final int LOG_LINE = 700;

    /**
     * A month of the simulated kind.
     *
     * @param hours how many hours of it a month has, up to 730; environments are kept for as long
     */
    public Bill month(Outcome outcome, Fleet fleet, int memoryMegabytes, double hours) {
        double gigabytes = memoryMegabytes / 1024.0;
        double times = hours * 3600 / outcome.span;
        return new Bill(
                outcome.messages() * times * request,
                times * gigabytes
                        * (outcome.onDemandMillis * second + outcome.provisionedMillis * provisionedSecond)
                        / 1000,
                fleet.provisioned() * gigabytes * hours * 3600 * keptSecond,
                outcome.messages() * times * LOG_LINE * logByte);
    }

    /** The parts of a bill, in US dollars. */
    public record Bill(double requests, double work, double keeping, double log) {
        public double sum() {
            return requests + work + keeping + log;
        }
    }
}
