// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** What a rule may use beside its options. */
@FunctionalInterface
public interface RuleServices {
    /**
     * The bytes of a file that the options name.
     *
     * @throws IOException where it cannot be read
     */
    byte[] file(String name) throws IOException;

    /**
     * Where a rule remembers; in this process, and for the one rule that asks, unless something else was given. On
     * Lambda that means: each execution environment counts alone.
     */
    default State state() {
        return State.inMemory();
    }

    /** The time of day. */
    default InstantSource clock() {
        return InstantSource.system();
    }

    /** The same with this state for all rules. */
    default RuleServices with(State state) {
        return with(state, clock());
    }

    /** The same by another clock. */
    default RuleServices with(State state, InstantSource clock) {
        return new ServicesWithState(this, state, clock);
    }

    /** Files in the folder of the given rules file, or below it. */
    static RuleServices beside(Path rulesFile) {
        return new FilesBeside(rulesFile);
    }
}
