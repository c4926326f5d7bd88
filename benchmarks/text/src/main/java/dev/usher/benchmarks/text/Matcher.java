// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

/** Terms, made ready once and looked for in one message after another. One thread at a time. */
@FunctionalInterface
interface Matcher {
    /**
     * The hits in a message. How an engine counts overlaps is its own; zero always means that no term was found.
     *
     * @param content the message as it was sent: folding, where an engine folds, is part of the work
     */
    int hits(String content);
}
