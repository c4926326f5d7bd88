// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.time.Duration;
import java.util.Set;

/**
 * When somebody has been refused too often. Immutable.
 *
 * @param strikes so many denials, 1 or more
 * @param window within this time of the first
 * @param timeout for how long he is refused then
 * @param rules the ids of the rules whose denials count; empty for all
 * @param everywhere whether denials in all rooms count together
 */
public record StrikesOptions(Per per, boolean everywhere, int strikes, Duration window, Duration timeout,
        Set<String> rules) {
    public StrikesOptions {
        rules = Set.copyOf(rules);
    }
}
