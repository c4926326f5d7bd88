// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.lambda.Init;
import dev.usher.lambda.LambdaFunction;
import dev.usher.lambda.LambdaProcess;
import dev.usher.lambda.Outcome;
import dev.usher.lambda.RuntimeClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends events to a function, replaces its process where it ends, and tells what happened. One thread at a time. */
final class Invoker implements AutoCloseable {
    /** How long the service waits for an answer (docs/CONTRACT.md, "Time"). */
    private static final Duration SERVICE_LIMIT = Duration.ofMillis(200);

    private final LambdaFunction function;
    private final RuntimeClient client;
    private final Console console;
    private final FunctionLog log;
    private @Nullable LambdaProcess process;
    private Duration initTook = Duration.ZERO;
    private boolean isFirst;
    private long late;
    private byte @Nullable [] shown;

    Invoker(LambdaFunction function, RuntimeClient client, Console console, boolean showLog) {
        this.function = function;
        this.client = client;
        this.console = console;
        this.log = new FunctionLog(console.err(), showLog);
    }

    /** Sends each event the given number of times; the exit code. */
    int invokeAll(List<Path> events, int repeat) throws IOException {
        int exit = Exit.OK;
        for (Path event : events) {
            byte[] bytes = Files.readAllBytes(event);
            Durations later = new Durations();
            shown = null;
            for (int i = 0; i < repeat && exit != Exit.INIT_FAILED; i++) {
                exit = Math.max(exit, invoke(event, bytes, later));
            }
            if (later.count() > 0 && repeat > 1) {
                tell(event + ": " + ReviewSummary.number(later.count()) + " times, " + later);
            }
            console.out().flush();
            if (exit == Exit.INIT_FAILED) {
                return exit;
            }
        }
        if (late > 0) {
            tell(ReviewSummary.number(late) + " too late: the service waits " + SERVICE_LIMIT.toMillis()
                    + " ms, and takes the room's fallbackResult then");
        }
        return exit;
    }

    private int invoke(Path event, byte[] bytes, Durations later) throws IOException {
        LambdaProcess running = process;
        if (running == null || !running.isAlive()) {
            Init init = start();
            if (!(init instanceof Init.Ready)) {
                return tellOfInit(init);
            }
            running = process;
        }
        if (running == null) {
            throw new IllegalStateException("started just now");
        }
        Outcome outcome = running.invoke(bytes).join();
        if (outcome instanceof Outcome.NotStarted && !isFirst) {
            return invoke(event, bytes, later); // ended after the event before; a new one takes this
        }
        return tellOf(event, outcome, later);
    }

    private Init start() throws IOException {
        close();
        log.clear();
        LambdaProcess started = LambdaProcess.start(function, client, log);
        process = started;
        isFirst = true;
        Init init = started.init().join();
        initTook = init.took();
        return init;
    }

    private int tellOf(Path event, Outcome outcome, Durations later) throws IOException {
        boolean first = isFirst;
        isFirst = false;
        Duration whole = first ? initTook.plus(outcome.took()) : outcome.took();
        String tooLate = "";
        if (whole.compareTo(SERVICE_LIMIT) > 0) {
            late++;
            tooLate = ", too late for the service";
        }
        if (first) {
            tell(event + ": init " + Durations.text(initTook) + ", first " + Durations.text(outcome.took())
                    + tooLate);
        }
        return switch (outcome) {
            case Outcome.Answered answered -> {
                show(answered.response());
                if (!first) {
                    later.add(answered.took().toNanos());
                }
                yield Exit.OK;
            }
            case Outcome.Failed failed -> {
                tell(event + ": the function threw: " + ErrorText.of(failed.error()) + tooLate);
                yield Exit.SOME_BAD;
            }
            case Outcome.TimedOut timedOut -> {
                tell(event + ": timed out: no answer in the function's own "
                        + Durations.text(function.timeout()) + tooLate);
                yield Exit.TIMED_OUT;
            }
            case Outcome.Crashed crashed -> {
                tell(event + ": crashed: its process ended after " + Durations.text(crashed.took()) + ", "
                        + ending(crashed.exitCode()));
                log.showTail();
                yield Exit.CRASHED;
            }
            case Outcome.NotStarted notStarted -> tellOfInit(notStarted.init());
        };
    }

    /** Writes the response, unless the same event was answered the same just before. */
    private void show(byte[] response) throws IOException {
        if (!Arrays.equals(response, shown)) {
            console.out().write(response);
            console.out().write('\n');
            shown = response;
        }
    }

    private int tellOfInit(Init init) {
        switch (init) {
            case Init.Ready ready -> throw new IllegalStateException("not a failure");
            case Init.Failed failed -> tell("init failed after " + Durations.text(failed.took()) + ": "
                    + ErrorText.of(failed.error()));
            case Init.Crashed crashed -> {
                tell("init crashed after " + Durations.text(crashed.took()) + ", "
                        + ending(crashed.exitCode()));
                log.showTail();
            }
            case Init.TimedOut timedOut -> {
                tell("init timed out after " + Durations.text(timedOut.took()));
                log.showTail();
            }
        }
        return Exit.INIT_FAILED;
    }

    private static String ending(int exitCode) {
        return exitCode > 128 ? "killed by signal " + (exitCode - 128) : "exit code " + exitCode;
    }

    private void tell(String line) {
        console.err().println(line);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
            process = null;
        }
    }
}
