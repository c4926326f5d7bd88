// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One execution environment: a function in a JVM of its own, which takes one event at a time. Thread-safe.
 *
 * <p>Two clocks are the caller's and not ours: how long the service waits, and what it does then. The function goes on
 * after that, as on Lambda, until its own time-out; until it has come back the process is busy.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what is chained here does not fail, and ends in a future that is kept
public final class LambdaProcess implements AutoCloseable {
    /** What Lambda grants to a function's start. */
    private static final Duration INIT_LIMIT = Duration.ofSeconds(10);
    /** A grandchild may hold the log open for ever. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final LambdaFunction function;
    private final RuntimeApi api;
    private final Process process;
    private final Thread pump;
    private final long start = System.nanoTime();
    private final CompletableFuture<Init> init = new CompletableFuture<>();
    private final AtomicReference<@Nullable Invocation> running = new AtomicReference<>();
    private volatile boolean doomed;

    private LambdaProcess(LambdaFunction function, RuntimeApi api, Process process, OutputStream log) {
        this.function = function;
        this.api = api;
        this.process = process;
        this.pump = Thread.ofVirtual().name("function-log").start(() -> copy(process.getInputStream(), log));
    }

    /**
     * Starts the function; returns before it is ready.
     *
     * @param log takes what the function writes to its standard output and error, on a thread of ours
     * @throws IOException where the process cannot be started
     */
    public static LambdaProcess start(LambdaFunction function, LambdaRuntime runtime, OutputStream log)
            throws IOException {
        WarmUp.once();
        RuntimeApi api = new RuntimeApi(function);
        try {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            ProcessBuilder builder = new ProcessBuilder(runtime.command(java, function));
            builder.directory(function.folder().toFile()).redirectErrorStream(true);
            environment(builder.environment(), function, api.address());
            LambdaProcess started = new LambdaProcess(function, api, builder.start(), log);
            started.watch();
            return started;
        } catch (IOException | RuntimeException failed) {
            api.close();
            throw failed;
        }
    }

    /** What the function sees; of ours only where programs and libraries are, so that nothing leaks in. */
    private static void environment(Map<String, String> child, LambdaFunction function, String address) {
        child.keySet().retainAll(Set.of("PATH", "LD_LIBRARY_PATH"));
        child.put("LANG", "en_US.UTF-8");
        child.put("TZ", ":UTC");
        child.put("AWS_REGION", "us-west-2");
        child.put("AWS_DEFAULT_REGION", "us-west-2");
        child.putAll(function.environment());
        child.put("_HANDLER", function.handler());
        child.put("LAMBDA_TASK_ROOT", function.folder().toString());
        child.put("AWS_LAMBDA_RUNTIME_API", address);
        child.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        child.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        child.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
        child.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        child.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        child.putIfAbsent(LambdaFunction.INITIALIZATION_TYPE, "on-demand");
    }

    private void watch() {
        api.ready().thenRun(() -> init.complete(new Init.Ready(sinceStart())));
        api.initError().thenAccept(error -> init.complete(new Init.Failed(error, sinceStart())));
        after(INIT_LIMIT).execute(() -> {
            if (init.complete(new Init.TimedOut(sinceStart()))) {
                kill();
            }
        });
        process.onExit().thenAccept(ended -> {
            awaitLog();
            init.complete(new Init.Crashed(ended.exitValue(), sinceStart()));
            Invocation interrupted = running.get();
            if (interrupted != null) {
                interrupted.ended(ended.exitValue());
            }
        });
    }

    /** Done when the function is ready or never will be. */
    public CompletableFuture<Init> init() {
        return init.copy();
    }

    /** Whether an event is being worked on, so that no other can be given. */
    public boolean isBusy() {
        return running.get() != null;
    }

    /** Whether events can be given: it has not ended, and has not failed to start. */
    public boolean isAlive() {
        return !doomed && process.isAlive() && (!init.isDone() || init.join() instanceof Init.Ready);
    }

    /**
     * Hands an event over as soon as the function is ready.
     *
     * @return always done normally in the end, at the function's time-out at the latest
     * @throws IllegalStateException where the process is busy
     */
    public CompletableFuture<Outcome> invoke(byte[] event) {
        Invocation invocation = new Invocation(event);
        if (!running.compareAndSet(null, invocation)) {
            throw new IllegalStateException("busy with another event");
        }
        CompletableFuture<Outcome> outcome = invocation.outcome();
        invocation.handedOver().thenRunAsync(() -> {
            if (!outcome.isDone()) {
                doomed = true;
                invocation.timedOut();
                kill();
            }
        }, after(function.timeout()));
        init.thenAccept(started -> {
            if (!(started instanceof Init.Ready)) {
                outcome.complete(new Outcome.NotStarted(started));
            } else if (!process.isAlive()) {
                invocation.ended(process.exitValue());
            } else {
                api.offer(invocation);
            }
        });
        return outcome.thenApply(done -> {
            running.set(null);
            return done;
        });
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Executor after(Duration time) {
        return CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void copy(InputStream from, OutputStream to) {
        try (from) {
            from.transferTo(to);
            to.flush();
        } catch (IOException gone) {
            // the process was ended, or nobody reads its log any more
        }
    }

    /** Not by the process's own method, which closes its log at once, read or not. */
    private void kill() {
        process.toHandle().destroyForcibly();
    }

    /** So that what the function said last is there when its end is told; a grandchild may hold the pipe open. */
    private void awaitLog() {
        try {
            pump.join(LAST_WORDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process, and waits until it has gone and its log is read. */
    @Override
    public void close() {
        kill();
        boolean interrupted = false;
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            pump.join(LAST_WORDS);
        } catch (InterruptedException hurried) {
            interrupted = true;
        }
        process.destroy(); // closes what is still open of it
        api.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
