// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.invoke;

import dev.usher.chat.model.Json;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a function inside this process, on a thread of its own. Thread-safe.
 *
 * <p>Shows no cold start. A call that is not answered at the limit runs on, as on Lambda, and keeps its thread; where
 * all threads are kept, further calls are not started.
 */
public final class InProcessInvoker implements Invoker {
    private static final int CONCURRENT_CALLS = 256;
    private final InProcessFunction function;
    private final ThreadPoolExecutor workers;

    /** Takes the function that answers. */
    public InProcessInvoker(InProcessFunction function) {
        this(function, CONCURRENT_CALLS);
    }

    InProcessInvoker(InProcessFunction function, int concurrentCalls) {
        this.function = function;
        // Not virtual threads: one that computes for ever would take a carrier away from everything else.
        this.workers = new ThreadPoolExecutor(0, concurrentCalls, 10, TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("usher-function-", 0).factory());
    }

    @Override
    public Invocation invoke(String functionArn, byte[] payload, Duration limit) throws InterruptedException {
        FutureTask<byte[]> call = new FutureTask<>(() -> function.handle(payload));
        try {
            workers.execute(call);
        } catch (RejectedExecutionException allBusy) {
            return new Invocation.NotStarted("all " + workers.getMaximumPoolSize() + " workers are busy");
        }
        try {
            byte[] answer = call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return answer == null
                    ? new Invocation.FunctionError(error("it returned null", "NullPointerException"))
                    : new Invocation.Answered(answer);
        } catch (TimeoutException late) {
            return new Invocation.TimedOut();
        } catch (ExecutionException threw) {
            Throwable cause = threw.getCause() == null ? threw : threw.getCause();
            return new Invocation.FunctionError(error(cause.getMessage(), cause.getClass().getName()));
        }
    }

    /** What Lambda says of an exception. */
    private static byte[] error(@Nullable String message, String type) {
        return Json.bytes(Json.object().put("errorMessage", message).put("errorType", type));
    }
}
