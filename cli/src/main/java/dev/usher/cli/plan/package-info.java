/**
 * A fleet of rooms on Lambda, simulated event by event, to plan for more messages than one machine can send
 * (docs/PLAN.md). Knows nothing of rules or of the function: it is given how long they take.
 */
@NullMarked
package dev.usher.cli.plan;

import org.jspecify.annotations.NullMarked;
