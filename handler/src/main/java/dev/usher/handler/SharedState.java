// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.state.State;
import dev.usher.state.StateProvider;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The state that processes share, brought by a layer; loaded only where the settings name a table. */
final class SharedState {
    private SharedState() {}

    /**
     * Opens it.
     *
     * @throws IllegalArgumentException where no provider is on the class path, or the table cannot be used
     */
    static State open(String table, @Nullable String endpoint) {
        for (StateProvider provider : ServiceLoader.load(StateProvider.class,
                StateProvider.class.getClassLoader())) {
            return provider.open(table, endpoint);
        }
        throw new IllegalArgumentException(
                "USHER_STATE_TABLE: names a table, and nothing here can open it; add the layer of state-dynamodb");
    }
}
