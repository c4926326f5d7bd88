// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Lets through so many in any one second and no more. Thread-safe; keeps one number for each that went through. */
final class Rate {
    private static final long SECOND = 1_000_000_000L;
    private final Deque<Long> passed = new ArrayDeque<>();
    private final LongSupplier ticker;

    Rate(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** Whether one more may pass now; if so it counts. */
    synchronized boolean tryPass(int limit) {
        long now = ticker.getAsLong();
        while (!passed.isEmpty() && now - passed.getFirst() >= SECOND) {
            passed.removeFirst();
        }
        if (passed.size() >= limit) {
            return false;
        }
        passed.addLast(now);
        return true;
    }
}
