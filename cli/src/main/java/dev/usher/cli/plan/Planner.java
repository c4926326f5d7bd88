// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds how much provisioned concurrency is enough, by playing the same messages against fleets of different size. Prints
 * nothing, and remembers what it has played. One thread at a time.
 */
public final class Planner {
    private final Load load;
    private final Fleet fleet;
    private final Times times;
    private final double span;
    private final long seed;
    private final Prices prices;
    private final int memory;
    private final double hours;
    private final Consumer<Plan> played;
    private final TreeMap<Integer, Plan> plans = new TreeMap<>();

    /** A fleet, what became of the messages, and the bill. */
    public record Plan(Fleet fleet, Outcome outcome, Prices.Bill bill) {}

    /**
     * @param memory of the function, in MB
     * @param hours a month
     * @param played is told each plan when it has been played
     */
    public Planner(Load load, Fleet fleet, Times times, double span, long seed, Prices prices, int memory,
            double hours, Consumer<Plan> played) {
        this.load = load;
        this.fleet = fleet;
        this.times = times;
        this.span = span;
        this.seed = seed;
        this.prices = prices;
        this.memory = memory;
        this.hours = hours;
        this.played = played;
    }

    /** With so many provisioned. */
    public Plan plan(int provisioned) {
        Plan known = plans.get(provisioned);
        if (known == null) {
            Fleet tried = fleet.withProvisioned(provisioned);
            Outcome outcome = Simulation.run(load, tried, times, span, seed);
            known = new Plan(tried, outcome, prices.month(outcome, tried, memory, hours));
            plans.put(provisioned, known);
            played.accept(known);
        }
        return known;
    }

    /** The cheapest with which no greater share falls back; empty where the whole concurrency limit is not enough. */
    public Optional<Plan> cheapest(double target) {
        int most = fleet.concurrencyLimit();
        int tooFew = -1;
        int enough = 0;
        while (plan(enough).outcome().fallbackShare() > target) {
            if (enough == most) {
                return Optional.empty();
            }
            tooFew = enough;
            enough = Math.min(most, Math.max(1, enough * 2));
        }
        while (enough - tooFew > Math.max(1, enough / 64)) { // finer than chance lets it matter
            int middle = (tooFew + enough) >>> 1;
            if (plan(middle).outcome().fallbackShare() > target) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        // Work in provisioned environments is cheaper: one that is always busy costs less than on demand.
        return plans.values().stream().filter(plan -> plan.outcome().fallbackShare() <= target)
                .min(Comparator.comparingDouble(plan -> plan.bill().sum()));
    }

    /** All that were played, by what is provisioned. */
    public List<Plan> plans() {
        return new ArrayList<>(plans.values());
    }
}
