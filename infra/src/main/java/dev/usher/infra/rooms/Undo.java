// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What was changed, so that it can be put back where the rest fails. One thread at a time. */
final class Undo {
    private final Deque<Consumer<ControlPlane>> steps = new ArrayDeque<>();

    /** Remembers how to take a step back. */
    void add(Consumer<ControlPlane> step) {
        steps.push(step);
    }

    /** Takes all steps back, the last one first; goes on where one cannot be taken. Says how many could not. */
    int run(ControlPlane plane, Consumer<String> log) {
        int failed = 0;
        while (!steps.isEmpty()) {
            try {
                steps.pop().accept(plane);
            } catch (RoomsException stuck) {
                log.accept("could not put back: " + stuck.getMessage());
                failed++;
            }
        }
        return failed;
    }
}
