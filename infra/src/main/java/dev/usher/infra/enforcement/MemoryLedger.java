// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Of this process alone: a redelivered batch that meets another environment is not recognised. The oldest entries go
 * where there are too many. Thread-safe.
 */
final class MemoryLedger implements Ledger {
    private static final int MOST = 100_000;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private record Entry(Instant at, boolean done, Instant leasedUntil) {}

    private final InstantSource clock;
    private final Map<String, Map<String, Instant>> strikes = bounded();
    private final Map<String, Entry> entries = bounded();

    MemoryLedger(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<Instant> strike(String key, String messageId, Instant at, Duration keep) {
        Map<String, Instant> known = strikes.computeIfAbsent(key, none -> new HashMap<>());
        known.put(messageId, at);
        known.values().removeIf(old -> old.plus(keep).isBefore(at));
        List<Instant> times = new ArrayList<>(known.values());
        times.sort(null);
        return times;
    }

    @Override
    public synchronized Claim claim(String key, Instant at, Duration rest) {
        Entry before = entries.get(key);
        Instant now = clock.instant();
        if (before != null && before.done() && !before.at().plus(rest).isBefore(at)) {
            return Claim.DONE;
        } else if (before != null && !before.done() && now.isBefore(before.leasedUntil())) {
            return Claim.BUSY;
        }
        entries.put(key, new Entry(at, false, now.plus(LEASE)));
        return Claim.GRANTED;
    }

    @Override
    public synchronized void done(String key) {
        entries.computeIfPresent(key, (same, entry) -> new Entry(entry.at(), true, entry.leasedUntil()));
    }

    @Override
    public synchronized void release(String key) {
        entries.remove(key);
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
