// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * All processes of one function, as many as it has events at once: each takes one event at a time, another is started
 * where all are busy, up to a limit, and one that has long had nothing to do is ended. Thread-safe.
 *
 * <p>The process that worked last gets the next event, so that the others become idle. One that died is replaced when an
 * event wants it; a provisioned one at once.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what is chained here does not fail
public final class LambdaFleet implements AutoCloseable {
    private static final long PERIOD_MILLISECONDS = 500;

    private final LambdaFunction function;
    private final RuntimeClient client;
    private final FleetSize size;
    private final OutputStream log;
    private final EndWatch watch;
    private final FleetTally tally = new FleetTally();
    private final Set<Environment> all = new HashSet<>();
    private final Deque<Environment> idle = new ArrayDeque<>();
    private final ScheduledExecutorService rounds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lambda-fleet").factory());
    private int reserved;
    private boolean closed;

    /** An event on its way, and whether a process is started for it. */
    public record Call(CompletableFuture<Outcome> outcome, boolean isCold) {}

    private LambdaFleet(LambdaFunction function, RuntimeClient client, FleetSize size, OutputStream log,
            EndWatch watch) {
        this.function = function;
        this.client = client;
        this.size = size;
        this.log = log;
        this.watch = watch;
    }

    /**
     * A fleet that has no process yet.
     *
     * @param log takes what all processes write, from many threads
     */
    public static LambdaFleet of(LambdaFunction function, RuntimeClient client, FleetSize size,
            OutputStream log,
            EndWatch watch) {
        LambdaFleet fleet = new LambdaFleet(function, client, size, log, watch);
        fleet.rounds.scheduleWithFixedDelay(fleet::makeRound, PERIOD_MILLISECONDS, PERIOD_MILLISECONDS,
                TimeUnit.MILLISECONDS);
        return fleet;
    }

    /**
     * Starts the provisioned processes.
     *
     * @return done when each is ready or never will be; true where all are ready
     * @throws IOException where a process cannot be started
     */
    public CompletableFuture<Boolean> provision() throws IOException {
        CompletableFuture<Boolean> ready = CompletableFuture.completedFuture(true);
        while (reserve(true)) {
            ready = ready.thenCombine(provisionOne(), Boolean::logicalAnd);
        }
        return ready;
    }

    /** Hands an event to a free process, or to a new one; empty where the limit is reached, so that it is throttled. */
    public Optional<Call> invoke(byte[] event) {
        Environment free = takeIdle();
        if (free != null) {
            return Optional.of(new Call(run(free, event), false));
        }
        if (!reserve(false)) {
            tally.throttled.increment();
            return Optional.empty();
        }
        return Optional.of(new Call(runCold(event), true));
    }

    /** What it is and has been through. */
    public synchronized FleetCounts counts() {
        return tally.counts(all.size() + reserved, all.size() + reserved - idle.size());
    }

    private CompletableFuture<Boolean> provisionOne() throws IOException {
        Environment started = start(function.provisioned(), true);
        return started.process().init().thenApply(init -> {
            boolean ready = init instanceof Init.Ready;
            if (ready) {
                putBack(started);
            } else {
                ended(started, new Outcome.NotStarted(init));
            }
            return ready;
        });
    }

    private CompletableFuture<Outcome> runCold(byte[] event) {
        tally.coldStarts.increment();
        if (size.provisioned() > 0) {
            tally.spilledOver.increment();
        }
        try {
            return run(start(function, false), event);
        } catch (IOException cannot) {
            return CompletableFuture.failedFuture(cannot);
        }
    }

    private CompletableFuture<Outcome> run(Environment environment, byte[] event) {
        boolean wasUsed = environment.isUsed();
        environment.use();
        if (environment.isProvisioned()) {
            tally.provisioned.increment();
        }
        return environment.process().invoke(event).thenCompose(outcome -> {
            if (outcome instanceof Outcome.NotStarted && wasUsed && replace(environment)) {
                return runCold(event); // it ended after the event before
            }
            if (environment.process().isAlive()) {
                putBack(environment);
            } else {
                ended(environment, outcome);
            }
            return CompletableFuture.completedFuture(outcome);
        });
    }

    /** Starts a process in the place that was reserved for it. */
    private Environment start(LambdaFunction how, boolean provisioned) throws IOException {
        LogTail tail = new LogTail(log);
        @Nullable Environment started = null;
        try {
            started = new Environment(LambdaProcess.start(how, client, tail), tail, provisioned);
        } finally {
            synchronized (this) {
                reserved--;
                if (started != null) {
                    all.add(started);
                }
            }
        }
        if (isClosed()) {
            started.process().close();
        }
        return started;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean reserve(boolean provisioned) {
        boolean granted = !closed
                && all.size() + reserved < (provisioned ? size.provisioned() : size.concurrency());
        reserved += granted ? 1 : 0;
        return granted;
    }

    private synchronized boolean replace(Environment gone) {
        all.remove(gone);
        reserved += closed ? 0 : 1;
        return !closed;
    }

    private synchronized @Nullable Environment takeIdle() {
        for (Environment last = idle.pollLast(); last != null; last = idle.pollLast()) {
            if (last.process().isAlive()) {
                return last;
            }
            all.remove(last);
        }
        return null;
    }

    private synchronized void putBack(Environment environment) {
        environment.rest();
        idle.addLast(environment);
    }

    private void ended(Environment environment, Outcome outcome) {
        boolean isBad = tally.ended(outcome); // before it is gone: a round would replace one that never became ready
        boolean isEarly;
        synchronized (this) {
            all.remove(environment);
            isEarly = !closed;
        }
        Thread.ofVirtual().start(environment.process()::close); // its Runtime API
        if (isBad && isEarly) {
            watch.ended(outcome, environment.log().toString());
        }
    }

    private void makeRound() {
        reclaim();
        try {
            provisionAgain();
        } catch (IOException cannot) {
            // the next event says so
        }
    }

    /** Ends what has been idle for too long, and forgets what has died meanwhile. */
    void reclaim() {
        List<Environment> gone = new ArrayList<>();
        synchronized (this) {
            for (Environment environment : idle) {
                boolean tooLong = !environment.isProvisioned() && environment.hasRested(size.idle());
                if (tooLong || !environment.process().isAlive()) {
                    gone.add(environment);
                    tally.reclaimed.add(tooLong ? 1 : 0);
                }
            }
            idle.removeAll(gone);
            all.removeAll(gone);
        }
        gone.forEach(environment -> environment.process().close());
    }

    /** Replaces provisioned processes that were lost; not those that never became ready, which would not either. */
    private void provisionAgain() throws IOException {
        while (tally.isSound() && lacksProvisioned() && reserve(false)) {
            provisionOne();
        }
    }

    private synchronized boolean lacksProvisioned() {
        int there = reserved;
        for (Environment environment : all) {
            there += environment.isProvisioned() ? 1 : 0;
        }
        return !closed && there < size.provisioned();
    }

    /** Ends all processes. */
    @Override
    public void close() {
        List<Environment> last;
        synchronized (this) {
            closed = true;
            last = List.copyOf(all);
            all.clear();
            idle.clear();
        }
        rounds.shutdownNow();
        last.parallelStream().forEach(environment -> environment.process().close());
    }
}
