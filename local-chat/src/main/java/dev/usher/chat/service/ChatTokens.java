// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import dev.usher.chat.model.ServiceFault;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens that were handed out and not used yet. Thread-safe; bounded. */
final class ChatTokens {
    private static final int MOST = 100_000;
    /** In the order of their making, which is that of their expiry: all are usable for the same time. */
    private final Map<String, ChatToken> unused = new LinkedHashMap<>();
    private final InstantSource clock;

    ChatTokens(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(ChatToken token) {
        Iterator<ChatToken> oldest = unused.values().iterator();
        while (oldest.hasNext() && !isUsable(oldest.next())) {
            oldest.remove();
        }
        if (unused.size() >= MOST) {
            throw ServiceFault.quotaExceeded("unused chat tokens", MOST);
        }
        unused.put(token.value(), token);
    }

    /** The token of this value, if it can be used; it cannot be a second time. */
    synchronized Optional<ChatToken> redeem(String value) {
        return Optional.ofNullable(unused.remove(value)).filter(this::isUsable);
    }

    private boolean isUsable(ChatToken token) {
        return clock.instant().isBefore(token.usableUntil());
    }
}
