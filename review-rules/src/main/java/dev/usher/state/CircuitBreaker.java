// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import dev.usher.review.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Keeps a store that fails out of the way. A call that is late, or three failures in a row, put it out: for the next
 * second every call fails at once, and then one is let through to try it. Each time that fails the pause doubles, up to
 * half a minute. Thread-safe.
 */
public final class CircuitBreaker {
    private static final int FAILURES = 3;
    private static final long SHORTEST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();

    /** What is done with the store. */
    @FunctionalInterface
    public interface Call<T> {
        T run() throws Exception;
    }

    private final LongSupplier ticker;
    private final List<Deadline> inFlight = new ArrayList<>();
    private int failures;
    private long pause;
    private long triedAgainAt;

    public CircuitBreaker(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /**
     * Runs the call, unless the store is out.
     *
     * @throws StoreException.Out where it is
     * @throws Exception what the call throws
     */
    public <T> T call(Deadline deadline, Call<T> call) throws Exception {
        admit(deadline);
        try {
            T result = call.run();
            end(deadline, true, false);
            return result;
        } catch (Throwable failed) {
            end(deadline, false, failed instanceof StoreException.Late || deadline.isPassed());
            throw failed;
        }
    }

    /** Whether calls fail at once. */
    public synchronized boolean isOut() {
        return pause > 0;
    }

    private synchronized void admit(Deadline deadline) throws StoreException.Out {
        for (int i = inFlight.size() - 1; i >= 0; i--) {
            if (inFlight.get(i).isPassed()) {
                inFlight.remove(i); // a call that has not even come back: as late as can be
                failed(true);
            }
        }
        if (pause > 0) {
            if (triedAgainAt - ticker.getAsLong() > 0) {
                throw new StoreException.Out("the store failed a short while ago");
            }
            triedAgainAt = ticker.getAsLong() + pause; // this call tries it, the others wait for what comes of it
        }
        inFlight.add(deadline);
    }

    private synchronized void end(Deadline deadline, boolean sound, boolean late) {
        for (int i = 0; i < inFlight.size(); i++) {
            if (inFlight.get(i) == deadline) {
                inFlight.remove(i);
                if (!sound) {
                    failed(late);
                }
                break;
            }
        }
        if (sound) {
            failures = 0;
            pause = 0;
        }
    }

    private void failed(boolean late) {
        failures++;
        if (late || failures >= FAILURES || pause > 0) {
            pause = pause == 0 ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
            triedAgainAt = ticker.getAsLong() + pause;
        }
    }
}
