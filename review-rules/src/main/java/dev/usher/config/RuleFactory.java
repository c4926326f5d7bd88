// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.review.ReviewRule;

/**
 * Makes rules of one type from a rules file. A factory of your own is found by {@link java.util.ServiceLoader}, with a
 * public constructor without arguments; it makes a rule only where the rules file names its type.
 */
public interface RuleFactory {
    /** The {@code "type"} in the rules file, in kebab-case; a type that is taken is an error at start-up. */
    String type();

    /**
     * Makes one rule. Reads every option that it knows on every call, whatever the others say: an option never asked
     * for is an unknown one, and the schema is drawn from what is asked.
     *
     * @param options faults in them are noted there, and reported with their path once all rules are made
     * @throws RuntimeException counts as a fault of the whole rule, by its message
     */
    ReviewRule create(RuleOptions options, RuleServices services);
}
