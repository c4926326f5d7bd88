// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Says things to a server, so many a second or as many as it takes, and waits until all have arrived. */
final class Pace {
    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final long GLANCE = 2_000_000;
    private final ServerProcess server;
    private final Fleet fleet;
    private int next;

    Pace(ServerProcess server, Fleet fleet) {
        this.server = server;
        this.fleet = fleet;
    }

    /** Messages that are due at even distances, whatever becomes of those before: times count from when each was due. */
    Step run(int rate, Duration length) throws IOException, InterruptedException {
        long total = rate * length.toMillis() / 1000;
        return measure(rate, length, start -> {
            for (long i = 0; i < total; i++) {
                long due = start + i * 1_000_000_000L / rate;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                // Neighbours in time are of different rooms; within a room the turn goes round.
                fleet.say(nextReader(), due);
            }
        });
    }

    /** So many senders of whom each sends as soon as its last message is settled. */
    Step unpaced(int senders, Duration length) throws IOException, InterruptedException {
        return measure(0, length, start -> {
            long end = start + length.toNanos();
            fleet.onSettled(member -> {
                long now = System.nanoTime();
                if (now < end) {
                    try {
                        fleet.say(member.number(), now);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                }
            });
            for (int i = 0; i < senders; i++) {
                fleet.say(place(i), System.nanoTime());
            }
            Thread.sleep(length);
        });
    }

    /** What says things. */
    private interface Talk {
        void say(long start) throws IOException, InterruptedException;
    }

    private Step measure(int rate, Duration length, Talk talk) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        fleet.count(latencies);
        int sentBefore = fleet.sent();
        int deliveredBefore = fleet.deliveries();
        long fallbacksBefore = server.count("Reviews FALLBACK");
        long start = System.nanoTime();
        talk.say(start);
        long until = System.nanoTime() + DRAIN.toNanos();
        while (!fleet.isThrough()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(fleet.missing() + " deliveries are lost");
            }
            LockSupport.parkNanos(GLANCE);
        }
        double seconds = Math.max(length.toNanos(), System.nanoTime() - start) / 1e9;
        fleet.onSettled(null);
        return new Step(rate, (fleet.sent() - sentBefore) / seconds,
                (fleet.deliveries() - deliveredBefore) / seconds, latencies.quantile(0.5),
                latencies.quantile(0.99), server.count("Reviews FALLBACK") - fallbacksBefore,
                server.memory());
    }

    private int nextReader() {
        int number = place(next++);
        return fleet.member(number).isStalled() ? place(next++) : number;
    }

    /** The connection whose turn it is. */
    private int place(int turn) {
        int rooms = fleet.rooms().size();
        int each = fleet.size() / rooms;
        int round = turn / rooms;
        // In one room all get their turn, in steps, so that neighbours do not sit next to each other.
        return (turn % rooms) * each + (int) (round * 7919L % each);
    }
}
