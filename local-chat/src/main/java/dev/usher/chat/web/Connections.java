// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.web;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The connections that are open. Thread-safe. */
final class Connections {
    private final Set<Connection> open = new HashSet<>();

    synchronized void add(Connection connection) {
        open.add(connection);
    }

    synchronized void remove(Connection connection) {
        if (open.remove(connection) && open.isEmpty()) {
            notifyAll();
        }
    }

    void forEach(Consumer<Connection> action) {
        List<Connection> now;
        synchronized (this) {
            now = List.copyOf(open);
        }
        now.forEach(action);
    }

    /** Waits until all are closed, or for as long as is worth while. */
    synchronized void awaitNone(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); !open.isEmpty()
                    && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
