// SPDX-License-Identifier: Apache-2.0
package dev.usher.state.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of at most so many keys, of which the longest unused gives way. Thread-safe. */
final class RecentKeys<V> {
    private final Map<String, V> values;

    RecentKeys(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized @Nullable V get(String key) {
        return values.get(key);
    }

    synchronized void put(String key, V value) {
        values.put(key, value);
    }
}
