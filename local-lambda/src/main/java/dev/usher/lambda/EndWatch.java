// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

/** Is told of a process that ended badly. Implementations are thread-safe. */
@FunctionalInterface
public interface EndWatch {
    /**
     * A process is no more.
     *
     * @param outcome {@link Outcome.Crashed}, {@link Outcome.TimedOut} or {@link Outcome.NotStarted}
     * @param log the end of what it wrote
     */
    void ended(Outcome outcome, String log);
}
