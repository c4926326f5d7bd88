// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The connections that are open. Thread-safe. */
final class Connections {
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    void add(Connection connection) {
        open.add(connection);
    }

    void remove(Connection connection) {
        open.remove(connection);
    }

    void forEach(Consumer<Connection> action) {
        open.forEach(action);
    }
}
