// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import org.jspecify.annotations.Nullable;

/** Finds the least provisioned concurrency that keeps fallbacks to a share: the cheapest, since each has its price. */
public final class Planner {
    private Planner() {}

    /** A number of environments, and what came of it. */
    public record Setting(Fleet fleet, Outcome outcome) {}

    /**
     * Doubles until it is enough, and halves the distance then.
     *
     * @return null where all that may be at work is not enough
     */
    public static @Nullable Setting cheapest(Fleet fleet, Load load, double target, long seed) {
        Setting best = setting(fleet, load, 0, seed);
        if (best.outcome().share() <= target) {
            return best;
        }
        int tooFew = 0;
        int enough = 1;
        best = setting(fleet, load, enough, seed);
        while (best.outcome().share() > target) {
            if (enough == fleet.concurrency()) {
                return null;
            }
            tooFew = enough;
            enough = Math.min(2 * enough, fleet.concurrency());
            best = setting(fleet, load, enough, seed);
        }
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) >>> 1;
            Setting tried = setting(fleet, load, middle, seed);
            if (tried.outcome().share() <= target) {
                enough = middle;
                best = tried;
            } else {
                tooFew = middle;
            }
        }
        return best;
    }

    static Setting setting(Fleet fleet, Load load, int provisioned, long seed) {
        Fleet tried = fleet.withProvisioned(provisioned);
        return new Setting(tried, Simulation.run(tried, load, seed));
    }
}
