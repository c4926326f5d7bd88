// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import dev.usher.review.Deadline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bans of this process alone, as from a rules file or in a local chat. Thread-safe. */
public final class MemoryBanStore implements BanStore {
    private final InstantSource clock;
    private final Map<String, Ban> users = new LinkedHashMap<>();
    private final Map<AddressRange, Ban> ranges = new LinkedHashMap<>();

    public MemoryBanStore() {
        this(InstantSource.system());
    }

    public MemoryBanStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized @Nullable Ban find(String userId, String ip, Deadline deadline) {
        Instant now = clock.instant();
        Ban ban = users.get(userId);
        if (ban != null && ban.holds(now)) {
            return ban;
        }
        AddressRange address = ranges.isEmpty() ? null : AddressRange.read(ip);
        if (address != null) {
            for (Map.Entry<AddressRange, Ban> range : ranges.entrySet()) {
                if (range.getKey().contains(address) && range.getValue().holds(now)) {
                    return range.getValue();
                }
            }
        }
        return null;
    }

    @Override
    public boolean isBounded() {
        return true;
    }

    @Override
    public synchronized void add(Ban ban) {
        if (ban.banned().kind() == Banned.Kind.USER) {
            users.put(ban.banned().value(), ban);
        } else {
            ranges.put(AddressRange.parse(ban.banned().value()), ban);
        }
    }

    @Override
    public synchronized boolean remove(Banned banned) {
        Ban removed = banned.kind() == Banned.Kind.USER
                ? users.remove(banned.value())
                : ranges.remove(AddressRange.parse(banned.value()));
        return removed != null && removed.holds(clock.instant());
    }

    @Override
    public synchronized List<Ban> list() {
        Instant now = clock.instant();
        List<Ban> held = new ArrayList<>();
        for (Ban ban : users.values()) {
            if (ban.holds(now)) {
                held.add(ban);
            }
        }
        for (Ban ban : ranges.values()) {
            if (ban.holds(now)) {
                held.add(ban);
            }
        }
        return held;
    }
}
