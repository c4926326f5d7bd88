// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

/** The time, and how it is spent. Thread-safe. */
interface Time {
    /** Nanoseconds from any origin. */
    long nanos();

    /** Lets so many nanoseconds pass; none where there are no such. */
    void sleep(long nanos) throws InterruptedException;

    /** The machine's. */
    static Time system() {
        return new Time() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(long nanos) throws InterruptedException {
                if (nanos > 0) {
                    Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
                }
            }
        };
    }
}
