// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import dev.usher.cli.plan.Outcome.Cause;
import java.util.SplittableRandom;

/**
 * Plays a load against a fleet, message by message. The same seed gives the same outcome, and the same messages at the
 * same moments whatever the fleet.
 */
public final class Simulation {
    private final Load load;
    private final Fleet fleet;
    private final Times times;
    private final Outcome outcome;
    private final SplittableRandom arrivals;
    private final SplittableRandom durations;

    private final Bucket[] rooms;
    private final Bucket requests;
    private final Bucket provisionedRequests;
    private final Bucket growth;
    private final Busy provisionedBusy = new Busy();
    private final Busy busy = new Busy();
    private final Idle idle;
    private double sampledAt;

    private Simulation(Load load, Fleet fleet, Times times, double span, long seed) {
        this.load = load;
        this.fleet = fleet;
        this.times = times;
        this.outcome = new Outcome(span);
        SplittableRandom random = new SplittableRandom(seed);
        this.arrivals = random.split();
        this.durations = random.split();
        this.rooms = new Bucket[load.rooms()];
        for (int i = 0; i < rooms.length; i++) {
            rooms[i] = new Bucket(Math.max(1, load.roomLimit()), load.roomLimit());
        }
        this.requests = requestsOf(fleet.concurrencyLimit());
        this.provisionedRequests = requestsOf(fleet.provisioned());
        this.growth = new Bucket(fleet.growth() * Fleet.BURST, fleet.growth());
        this.idle = new Idle(fleet.idleTime(), fleet.lifetime());
    }

    private static Bucket requestsOf(int environments) {
        double rate = (double) environments * Fleet.REQUESTS_PER_ENVIRONMENT;
        return new Bucket(rate, rate);
    }

    /**
     * Plays so many seconds, from the first message with nothing warm but what is provisioned.
     *
     * @param span in seconds, above 0
     */
    public static Outcome run(Load load, Fleet fleet, Times times, double span, long seed) {
        return new Simulation(load, fleet, times, span, seed).run();
    }

    private Outcome run() {
        double peak = load.shape().peak();
        double now = 0;
        while (true) {
            now += -Math.log1p(-arrivals.nextDouble()) / peak;
            if (now >= outcome.span) {
                sample(outcome.span);
                return outcome;
            }
            if (arrivals.nextDouble() * peak < load.shape().rateAt(now)) { // thinned to the rate of this moment
                int room = arrivals.nextInt(rooms.length);
                sample(now);
                if (rooms[room].take(now)) {
                    message(now);
                } else {
                    outcome.refused++;
                }
            }
        }
    }

    private void message(double now) {
        outcome.message(now);
        double way = times.way().sample(durations);
        double handler = times.handler().sample(durations);
        double coldStart = times.coldStart().sample(durations);
        while (provisionedBusy.next() <= now) {
            provisionedBusy.remove();
        }
        while (busy.next() <= now) {
            double freeAt = busy.next();
            idle.add(freeAt, busy.remove());
        }
        if (!requests.take(now)) {
            outcome.fallback(now, Cause.THROTTLED);
            return;
        }
        if (provisionedBusy.size() < fleet.provisioned() && provisionedRequests.take(now)) {
            provisionedBusy.add(now + way + handler, 0);
            outcome.provisionedMillis += millis(handler);
            answered(now, way + handler, Cause.LATE);
            return;
        }
        double born = idle.take(now);
        if (!Double.isNaN(born)) {
            busy.add(now + way + handler, born);
            outcome.onDemandMillis += millis(handler);
            answered(now, way + handler, Cause.LATE);
        } else if (busy.size() + fleet.provisioned() < fleet.concurrencyLimit() && growth.take(now)) {
            busy.add(now + way + coldStart + handler, now);
            outcome.onDemandMillis += millis(coldStart + handler);
            outcome.coldStarts++;
            answered(now, way + coldStart + handler, Cause.COLD_START);
        } else {
            outcome.fallback(now, Cause.THROTTLED);
        }
    }

    private void answered(double now, double after, Cause ifLate) {
        outcome.busySeconds += Math.min(after, outcome.span - now);
        if (after > times.limit()) {
            outcome.fallback(now, ifLate);
        }
    }

    /** Lambda counts begun milliseconds. */
    private static long millis(double seconds) {
        return (long) Math.ceil(seconds * 1000);
    }

    /** Looks at the fleet once a second. */
    private void sample(double now) {
        for (; sampledAt < Math.floor(now); sampledAt++) {
            outcome.environments[(int) sampledAt] = fleet.provisioned() + busy.size() + idle.size();
        }
    }
}
