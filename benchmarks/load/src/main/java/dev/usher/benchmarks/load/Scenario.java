// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.util.List;
import java.util.Optional;

/**
 * One arrangement of connections and all its steps. Immutable.
 *
 * @param before the server's memory without connections
 * @param idle the same with all of them open and nothing said yet
 */
record Scenario(String name, int rooms, int membersEach, ServerProcess.Memory before,
        ServerProcess.Memory idle,
        List<Step> steps, Step unpaced) {
    /** The highest step that held. */
    Optional<Step> knee() {
        return steps.stream().filter(Step::holds).reduce((lower, higher) -> higher);
    }
}
