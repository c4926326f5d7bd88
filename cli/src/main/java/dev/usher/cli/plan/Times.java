// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

/**
 * How long things take. Immutable.
 *
 * @param way from the service to the environment and back, without the function's own time
 * @param handler the function's own time for a message in a warm environment
 * @param coldStart from the wish for a new environment to its readiness
 * @param limit how long the service waits, in seconds
 */
public record Times(LogNormal way, LogNormal handler, LogNormal coldStart, double limit) {
    /** What IVS Chat waits. */
    public static final double SERVICE_LIMIT = 0.2;

    /** See docs/PLAN.md for what of it is measured, and what is an assumption. */
    public static final Times DEFAULT = new Times(new LogNormal(0.008, 0.030), new LogNormal(0.001, 0.003),
            new LogNormal(0.450, 0.900), SERVICE_LIMIT);
}
