// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import java.util.function.LongSupplier;

/** {@link System#currentTimeMillis}; a class and no method reference, which would cost milliseconds in a cold JVM. */
final class EpochMillis implements LongSupplier {
    @Override
    public long getAsLong() {
        return System.currentTimeMillis();
    }
}
