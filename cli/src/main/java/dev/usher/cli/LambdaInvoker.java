// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.invoke.Invocation;
import dev.usher.chat.invoke.Invoker;
import dev.usher.lambda.FleetCounts;
import dev.usher.lambda.FleetSize;
import dev.usher.lambda.Init;
import dev.usher.lambda.LambdaFleet;
import dev.usher.lambda.LambdaFunction;
import dev.usher.lambda.Outcome;
import dev.usher.lambda.RuntimeClient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a function of the local chat as real processes. Thread-safe.
 *
 * <p>A caller that does not wait any longer leaves the process at work, as on Lambda. Each process that ends badly is
 * told of on standard error, with the end of its log.
 */
final class LambdaInvoker implements Invoker, AutoCloseable {
    private final Path artifact;
    private final LambdaFunction function;
    private final FleetSize size;
    private final PrintStream err;
    private final LambdaFleet fleet;
    private volatile String lastEnd = "";

    private LambdaInvoker(Path artifact, LambdaFunction function, RuntimeClient client, FleetSize size,
            OutputStream log,
            PrintStream err) {
        this.artifact = artifact;
        this.function = function;
        this.size = size;
        this.err = err;
        this.fleet = LambdaFleet.of(function, client, size, log, this::ended);
    }

    /**
     * Starts the provisioned processes and waits for them; the others come with the events.
     *
     * @param artifact by which it is known: the function's folder may be one of links to it
     * @param log takes what the processes write
     */
    static LambdaInvoker start(Path artifact, LambdaFunction function, RuntimeClient client, FleetSize size,
            OutputStream log,
            PrintStream err) throws IOException {
        LambdaInvoker invoker = new LambdaInvoker(artifact, function, client, size, log, err);
        if (!invoker.fleet.provision().join()) {
            err.println(function.name() + ": not all of its provisioned processes became ready");
        }
        return invoker;
    }

    @Override
    public Invocation invoke(String functionArn, byte[] payload, Duration limit) throws InterruptedException {
        Optional<LambdaFleet.Call> call = fleet.invoke(payload);
        if (call.isEmpty()) {
            return new Invocation.NotStarted("throttled: all of its " + size.concurrency()
                    + " processes are busy (--concurrency)");
        }
        try {
            return invocation(call.get().outcome().get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            String earlier = lastEnd.isEmpty() ? "" : "; a process before it ended: " + lastEnd;
            return new Invocation.TimedOut(
                    (call.get().isCold() ? "a new process, a cold start" : "") + earlier);
        } catch (ExecutionException cannot) {
            return new Invocation.NotStarted("no process can be started: " + cannot.getCause());
        }
    }

    private Invocation invocation(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            lastEnd = "";
            return new Invocation.Answered(answered.response());
        } else if (outcome instanceof Outcome.Failed failed) {
            return new Invocation.FunctionError(failed.error().payload().getBytes(StandardCharsets.UTF_8));
        } else if (outcome instanceof Outcome.NotStarted never
                && never.init() instanceof Init.Failed failed) {
            return new Invocation.FunctionError(failed.error().payload().getBytes(StandardCharsets.UTF_8));
        }
        return new Invocation.Crashed(lastEnd.isEmpty() ? ProcessEnd.of(outcome, "") : lastEnd);
    }

    private void ended(Outcome outcome, String log) {
        String end = ProcessEnd.of(outcome, log);
        boolean again = end.equals(lastEnd);
        lastEnd = end;
        err.println(function.name() + ": " + (again ? "again: " + end.lines().findFirst().orElse("") : end));
    }

    @Override
    public Map<String, Long> counts() {
        FleetCounts counts = fleet.counts();
        return Map.of("Processes Alive", (long) counts.alive(), "Processes Busy", (long) counts.busy(),
                "Processes ColdStarts", counts.coldStarts(), "Processes InitErrors", counts.initErrors(),
                "Processes Crashed", counts.crashed(), "Processes TimedOut", counts.timedOut(),
                "Processes Reclaimed",
                counts.reclaimed(), "AWS/Lambda Throttles", counts.throttled(),
                "AWS/Lambda ProvisionedConcurrencyInvocations", counts.provisioned(),
                "AWS/Lambda ProvisionedConcurrencySpilloverInvocations", counts.spilledOver());
    }

    /** Such as {@code processes of handler/target/lambda, up to 10, 2 of them provisioned}. */
    @Override
    public String toString() {
        return "processes of " + artifact + ", up to " + size.concurrency()
                + (size.provisioned() == 0 ? "" : ", " + size.provisioned() + " of them provisioned");
    }

    @Override
    public void close() {
        fleet.close();
    }
}
