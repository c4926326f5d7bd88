/**
 * Load on a local chat: a server in a process of its own with the shipped rules behind it, a thousand connections from
 * one thread, and figures of which none counts unless every message arrived, once and in its sender's order.
 *
 * <pre>{@code
 * benchmarks/load/run --quick
 * }</pre>
 */
@NullMarked
package dev.usher.benchmarks.load;

import org.jspecify.annotations.NullMarked;
