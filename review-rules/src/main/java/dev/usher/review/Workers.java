// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The daemon threads on which rules run that may hang; loaded only where a chain has such a rule. */
final class Workers {
    private static final Executor SHARED = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS,
            new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "usher-rules");
                thread.setDaemon(true);
                return thread;
            });

    private Workers() {}

    static Executor shared() {
        return SHARED;
    }
}
