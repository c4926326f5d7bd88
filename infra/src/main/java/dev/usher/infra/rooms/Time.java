// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.time.Duration;

/** The time, and how it is spent. Thread-safe. */
interface Time {
    /** Nanoseconds from any origin. */
    long nanos();

    /** Lets that much time pass; a negative duration is none. */
    void sleep(Duration duration) throws InterruptedException;

    /** The machine's. */
    static Time system() {
        return new Time() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                if (duration.isPositive()) {
                    Thread.sleep(duration);
                }
            }
        };
    }
}
