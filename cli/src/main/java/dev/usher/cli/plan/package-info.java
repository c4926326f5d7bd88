// SPDX-License-Identifier: Apache-2.0
/**
 * Plans a fleet: plays the messages of rooms against the review function on Lambda, event by event, and tells what falls
 * back, what it costs, and what is enough. The model and its sources: docs/PLAN.md.
 *
 * <p>Knows nothing of rules, handlers or files; the command that prints it is in {@code dev.usher.cli}.
 *
 * <pre>{@code
 * Outcome outcome = Simulation.run(new Load(new Shape.Steady(100), 20, 100), Fleet.DEFAULT, Times.DEFAULT, 600, 1);
 * }</pre>
 */
@NullMarked
package dev.usher.cli.plan;

import org.jspecify.annotations.NullMarked;
