// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import org.jspecify.annotations.Nullable;

/**
 * Opens a store that processes share. Found by {@link java.util.ServiceLoader} where the settings name a table, so that
 * a function without one loads nothing of it.
 */
public interface StateProvider {
    /**
     * The state in that table, connected and ready for the first message.
     *
     * @param endpoint where the store is, such as {@code http://localhost:8000}; null for the service's own
     * @throws IllegalArgumentException where there is no such table, or it may not be used: a fault of the
     *     deployment, so that it ends the init. A store that cannot be reached is none, and is met later
     */
    State open(String table, @Nullable String endpoint);
}
