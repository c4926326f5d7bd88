// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Answers for work that has not ended in time, and tells it to stop. */
final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("watchdog").factory());

    /** Watches the calling thread. */
    @SuppressWarnings("FutureReturnValueIgnored") // what can fail in it says so itself
    Watchdog(Duration patience, Answer answer, Consumer<String> log) {
        Thread worker = Thread.currentThread();
        timer.schedule(() -> {
            try {
                if (answer.give(Reply.failure("the function's time ran out: raise its Timeout (900 s at"
                        + " most), or give this resource fewer rooms. What is done is found again by the"
                        + " next update"))) {
                    worker.interrupt();
                }
            } catch (RoomsException undelivered) {
                log.accept(String.valueOf(undelivered.getMessage()));
                worker.interrupt();
            }
        }, Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        Thread.interrupted(); // nobody else's business any more
    }
}
