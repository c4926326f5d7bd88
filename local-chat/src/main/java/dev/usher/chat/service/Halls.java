// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The live side of every room. Thread-safe. */
final class Halls {
    private final Map<String, Hall> byRoom = new ConcurrentHashMap<>();
    private final LongSupplier ticker;

    Halls(LongSupplier ticker) {
        this.ticker = ticker;
    }

    Hall of(String roomArn) {
        return byRoom.computeIfAbsent(roomArn, arn -> new Hall(ticker));
    }

    /** Lets a session out, if its room is still there. */
    void leave(Session session) {
        Hall hall = byRoom.get(session.token().roomArn());
        if (hall != null) {
            hall.leave(session);
        }
    }

    /** Whose connections to a room are open. */
    List<String> userIds(String roomArn) {
        Hall hall = byRoom.get(roomArn);
        return hall == null ? List.of() : hall.userIds();
    }

    /** Takes a room's hall away, so that nobody else comes in by it. */
    void remove(String roomArn, Consumer<Hall> last) {
        Hall gone = byRoom.remove(roomArn);
        if (gone != null) {
            last.accept(gone);
        }
    }

    void forEach(Consumer<Hall> action) {
        byRoom.values().forEach(action);
    }
}
