// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * One run. A message takes an environment that is provisioned and free, else the one that became free last, else a new
 * one, else none: Lambda keeps no queue for a caller who waits. One thread at a time, and used once.
 */
public final class Simulation {
    private static final double BURST_SECONDS = 10;

    private record Busy(double end, boolean provisioned) {}

    private final Fleet fleet;
    private final Load load;
    private final SplittableRandom random;
    private final PriorityQueue<Busy> busy = new PriorityQueue<>(
            (one, other) -> Double.compare(one.end(), other.end()));
    /** When each environment without work became free; the last one last. */
    private final Deque<Double> idle = new ArrayDeque<>();
    private int freeProvisioned;
    private double startsLeft;
    private double startsAt;
    private long messages;
    private long cold;
    private long throttled;
    private long slow;
    private int mostBusy;
    private double busySum;
    private double provisionedBusy;
    private double onDemandBusy;
    private final int[] perSecond;
    private final int[] fallbacksPerSecond;

    private Simulation(Fleet fleet, Load load, long seed) {
        this.fleet = fleet;
        this.load = load;
        this.random = new SplittableRandom(seed);
        this.freeProvisioned = fleet.provisioned();
        this.startsLeft = fleet.startsPerSecond() * BURST_SECONDS;
        int seconds = (int) Math.ceil(load.seconds()) + 1;
        this.perSecond = new int[seconds];
        this.fallbacksPerSecond = new int[seconds];
    }

    /** Runs it; the same seed gives the same outcome. */
    public static Outcome run(Fleet fleet, Load load, long seed) {
        return new Simulation(fleet, load, seed).run();
    }

    private Outcome run() {
        Load.Arrivals arrivals = load.new Arrivals(random.split());
        for (double now = arrivals.next(); now < load.end(); now = arrivals.next()) {
            advance(now);
            boolean counted = now >= Load.WARM_UP;
            if (counted) {
                messages++;
                busySum += busy.size();
                perSecond[(int) (now - Load.WARM_UP)]++;
            }
            if (serve(now, counted) && counted) {
                fallbacksPerSecond[(int) (now - Load.WARM_UP)]++;
            }
            mostBusy = counted ? Math.max(mostBusy, busy.size()) : mostBusy;
        }
        List<Outcome.Second> bySecond = new ArrayList<>();
        for (int i = 0; i < (int) load.seconds(); i++) {
            bySecond.add(new Outcome.Second(perSecond[i], fallbacksPerSecond[i]));
        }
        return new Outcome(messages, cold, throttled, slow, mostBusy, messages == 0 ? 0 : busySum / messages,
                provisionedBusy, onDemandBusy, bySecond);
    }

    private void advance(double now) {
        for (Busy next = busy.peek(); next != null && next.end() <= now; next = busy.peek()) {
            busy.remove();
            if (next.provisioned()) {
                freeProvisioned++;
            } else {
                idle.addLast(next.end());
            }
        }
        while (!idle.isEmpty() && idle.getFirst() + fleet.idle() < now) {
            idle.removeFirst();
        }
        startsLeft = Math.min(fleet.startsPerSecond() * BURST_SECONDS,
                startsLeft + (now - startsAt) * fleet.startsPerSecond());
        startsAt = now;
    }

    /** Whether the message falls back. */
    private boolean serve(double now, boolean counted) {
        boolean provisioned = freeProvisioned > 0;
        boolean warm = provisioned || !idle.isEmpty();
        if (busy.size() >= fleet.concurrency() || (!warm && startsLeft < 1)) {
            throttled += counted ? 1 : 0;
            return true;
        }
        double took;
        if (provisioned) {
            freeProvisioned--;
            took = fleet.warm().draw(random);
        } else if (warm) {
            idle.removeLast();
            took = fleet.warm().draw(random);
        } else {
            startsLeft--;
            // while the fleet fills, without waiting: else the wait would fill it far beyond what the load needs
            took = (counted ? fleet.cold() : fleet.warm()).draw(random);
        }
        busy.add(new Busy(now + took, provisioned));
        boolean late = took + fleet.overhead() > fleet.limit();
        if (counted) {
            provisionedBusy += provisioned ? took : 0;
            onDemandBusy += provisioned ? 0 : took;
            cold += late && !warm ? 1 : 0;
            slow += late && warm ? 1 : 0;
        }
        return late;
    }
}
