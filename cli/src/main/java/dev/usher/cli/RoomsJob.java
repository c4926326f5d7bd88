// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.infra.rooms.Fleet;
import dev.usher.infra.rooms.Room;
import dev.usher.infra.rooms.RoomsException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** One thing done with each of many rooms, in a way that can be interrupted. One thread at a time. */
final class RoomsJob {
    private final Console console;

    RoomsJob(Console console) {
        this.console = console;
    }

    /**
     * Does it; goes on with the next room where one fails, but not where the first one does.
     *
     * @return how many failed
     */
    int run(String what, Fleet fleet, List<Room> rooms, BiConsumer<Fleet, Room> work) {
        AtomicInteger done = new AtomicInteger();
        Thread epitaph = new Thread(() -> {
            console.err().println();
            console.err().println("interrupted: " + done + " of " + rooms.size() + " rooms " + what
                    + "; the same command goes on from there");
        });
        Runtime.getRuntime().addShutdownHook(epitaph);
        int failed = 0;
        RoomsProgress progress = new RoomsProgress(console);
        for (Room room : rooms) {
            try {
                work.accept(fleet, room);
                progress.changed(done.incrementAndGet() + failed, rooms.size());
            } catch (RoomsException fault) {
                progress.done();
                failed++;
                console.err().println(room.title() + ": " + fault.getMessage());
                if (failed > 10 && failed > done.get()) {
                    console.err().println("most rooms fail, so the rest is left alone");
                    failed += rooms.size() - failed - done.get();
                    break;
                }
            }
        }
        progress.done();
        try {
            Runtime.getRuntime().removeShutdownHook(epitaph);
        } catch (IllegalStateException ending) {
            // it is being read out already
        }
        return failed;
    }
}
