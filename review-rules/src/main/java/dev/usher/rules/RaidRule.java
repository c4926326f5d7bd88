// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Deadline;
import dev.usher.review.Match;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewRule;
import dev.usher.review.Verdict;
import dev.usher.state.CounterStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** See {@link Raid}. Thread-safe. */
final class RaidRule implements ReviewRule {
    private static final String KIND = "new-sender";
    /** How long another process's raid may go unnoticed here. */
    private static final long LOOK_AGAIN = 1000;
    private static final int MOST_ROOMS = 1024;

    /** What this process knows of a room; guarded by its monitor. */
    private static final class Watch {
        long guardedUntil = Long.MIN_VALUE;
        long lookedAt = Long.MIN_VALUE;
        long window = Long.MIN_VALUE;
        long usual;
    }

    private final CounterStore counters;
    private final CounterStore known = CounterStore.inMemory();
    private final InstantSource clock;
    private final String owner;
    private final RaidOptions options;
    private final Action action;
    private final Map<String, Watch> rooms = new LinkedHashMap<>(16, 0.75f, true);

    RaidRule(CounterStore counters, InstantSource clock, String owner, RaidOptions options, Action action) {
        this.counters = counters;
        this.clock = clock;
        this.owner = owner;
        this.options = options;
        this.action = action;
    }

    @Override
    public Verdict review(ReviewRequest request, Deadline deadline) throws Exception {
        String room = Per.inRoom(owner, request);
        Watch watch = watch(request);
        boolean guarded = look(watch, room, deadline);
        if (options.newSenders() == 0 || isKnown(request, guarded, deadline)) {
            return Verdict.pass();
        }
        long now = clock.millis();
        long window = now / options.window().toMillis();
        long fresh = counters.increment(room + "new" + window, options.window().multipliedBy(2), deadline);
        if (fresh == 1 && counters.increment(room + "open", options.memory(), deadline) == 1) {
            counters.increment(room + "young", options.learning(), deadline);
        }
        if (fresh >= options.newSenders() && counters.count(room + "young", deadline) == 0
                && (guarded || fresh >= options.rise() * usual(watch, room, window, deadline))) {
            guard(watch, room, deadline);
        }
        return options.denyNewSenders() && isGuarded(watch, now)
                ? action.apply(request.message(), List.of(new Match(0, 0, KIND)))
                : Verdict.pass();
    }

    @Override
    public boolean followsReviews() {
        return options.denials() > 0;
    }

    @Override
    public void reviewed(ReviewRequest request, ReviewReport report, Deadline deadline) throws Exception {
        String room = Per.inRoom(owner, request);
        if (Denial.isFor(report, KIND, Set.of())
                && counters.increment(room + "denied", options.window(), deadline) >= options.denials()) {
            guard(watch(request), room, deadline);
        }
    }

    /** As this process knows it; asks nobody. */
    boolean isGuarded(ReviewRequest request) {
        return isGuarded(watch(request), clock.millis());
    }

    @Override
    public boolean isBounded() {
        return counters.isBounded();
    }

    /** Whether the room is guarded, be it that another process began it. */
    private boolean look(Watch watch, String room, Deadline deadline) throws Exception {
        long now = clock.millis();
        synchronized (watch) {
            if (watch.guardedUntil > now + LOOK_AGAIN || watch.lookedAt > now - LOOK_AGAIN) {
                return watch.guardedUntil > now;
            }
            watch.lookedAt = now;
        }
        boolean elsewhere = counters.count(room + "guarded", deadline) > 0;
        synchronized (watch) {
            if (elsewhere) {
                watch.guardedUntil = Math.max(watch.guardedUntil, now + 2 * LOOK_AGAIN);
            }
            return watch.guardedUntil > now;
        }
    }

    /** Whether the sender has written before. In a guarded room nobody becomes known who is refused for being new. */
    private boolean isKnown(ReviewRequest request, boolean guarded, Deadline deadline) throws Exception {
        String key = Per.ofUser(owner, request) + "|seen";
        if (known.count(key, deadline) > 0) {
            return true;
        }
        boolean before = (guarded && options.denyNewSenders())
                ? counters.count(key, deadline) > 0
                : counters.increment(key, options.memory(), deadline) > 1;
        if (before && !counters.isBounded()) {
            known.increment(key, Duration.ofMinutes(5), deadline);
        }
        return before;
    }

    /** The new senders of the window before; read once a window. */
    private long usual(Watch watch, String room, long window, Deadline deadline) throws Exception {
        synchronized (watch) {
            if (watch.window == window) {
                return watch.usual;
            }
        }
        long usual = counters.count(room + "new" + (window - 1), deadline);
        synchronized (watch) {
            watch.window = window;
            watch.usual = usual;
        }
        return usual;
    }

    private void guard(Watch watch, String room, Deadline deadline) throws Exception {
        long now = clock.millis();
        boolean tell;
        synchronized (watch) {
            tell = watch.guardedUntil <= now + (options.duration().toMillis() - LOOK_AGAIN);
            watch.guardedUntil = now + options.duration().toMillis();
        }
        if (tell) { // other processes, and in this one the rule that takes our place when the rules are read again
            counters.increment(room + "guarded", options.duration(), deadline);
        }
    }

    private static boolean isGuarded(Watch watch, long now) {
        synchronized (watch) {
            return watch.guardedUntil > now;
        }
    }

    private Watch watch(ReviewRequest request) {
        synchronized (rooms) {
            Watch watch = rooms.get(request.roomArn().value());
            if (watch == null) {
                if (rooms.size() == MOST_ROOMS) {
                    rooms.remove(rooms.keySet().iterator().next());
                }
                watch = new Watch();
                rooms.put(request.roomArn().value(), watch);
            }
            return watch;
        }
    }
}
