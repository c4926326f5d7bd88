// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.state.State;
import java.io.IOException;
import java.time.InstantSource;

/** See {@link RuleServices#with}. */
record ServicesWithState(RuleServices services, State state, InstantSource clock) implements RuleServices {
    @Override
    public byte[] file(String name) throws IOException {
        return services.file(name);
    }
}
