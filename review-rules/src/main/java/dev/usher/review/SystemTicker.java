// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.function.LongSupplier;

/** {@link System#nanoTime}; a class and no method reference, which would cost milliseconds in a cold JVM. */
final class SystemTicker implements LongSupplier {
    static final SystemTicker INSTANCE = new SystemTicker();

    private SystemTicker() {}

    @Override
    public long getAsLong() {
        return System.nanoTime();
    }
}
