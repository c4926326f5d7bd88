// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.invoke.Invocation;
import dev.usher.chat.model.Json;
import dev.usher.chat.service.Judgement.Cause;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What happened so far, under the names that CloudWatch has for it where it has one. Thread-safe. */
public final class Counters {
    private static final int DURATIONS = 1024;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();
    private final long[] lastMicros = new long[DURATIONS];
    private int durations;
    private final Supplier<Map<String, Long>> functions;

    /** Takes what the functions count themselves. */
    Counters(Supplier<Map<String, Long>> functions) {
        this.functions = functions;
    }

    /** A call of a function. */
    interface Call {
        Invocation run() throws InterruptedException;
    }

    Invocation running(Call call) throws InterruptedException {
        int now = running.incrementAndGet();
        mostRunning.accumulateAndGet(now, Math::max);
        try {
            return call.run();
        } finally {
            running.decrementAndGet();
        }
    }

    void reviewed(Judgement judgement) {
        add("AWS/Lambda Invocations");
        add("Reviews " + judgement.outcome());
        switch (judgement.cause()) {
            case NONE -> {
            }
            case INVALID_RESPONSE -> add("AWS/IVSChat ResponseValidationErrors");
            case FUNCTION_ERROR, CRASHED -> {
                add("AWS/Lambda Errors");
                add("AWS/IVSChat InvocationErrors");
            }
            case TIMED_OUT, NOT_STARTED -> add("AWS/IVSChat InvocationErrors");
        }
        if (judgement.cause() != Cause.NONE) {
            add("Fallbacks " + judgement.cause());
        }
        synchronized (lastMicros) {
            lastMicros[durations++ % DURATIONS] = judgement.took().toNanos() / 1_000;
        }
    }

    void add(String name) {
        counts.computeIfAbsent(name, key -> new LongAdder()).increment();
    }

    /** How often what is named so happened. */
    public long count(String name) {
        LongAdder count = counts.get(name);
        return (count == null ? 0 : count.sum()) + functions.get().getOrDefault(name, 0L);
    }

    /** All of it: {@code {"AWS/Lambda": {"Invocations": 3, …}, …}}. */
    public ObjectNode snapshot() {
        ObjectNode all = Json.object();
        Map<String, Long> sums = new TreeMap<>(functions.get());
        counts.forEach((name, count) -> sums.merge(name, count.sum(), Long::sum));
        sums.forEach((name, count) -> {
            int space = name.indexOf(' ');
            all.withObjectProperty(name.substring(0, space)).put(name.substring(space + 1), count);
        });
        ObjectNode lambda = all.withObjectProperty("AWS/Lambda");
        lambda.put("ConcurrentExecutions", running.get()).put("ConcurrentExecutionsMaximum",
                mostRunning.get());
        long[] micros = sortedDurations();
        if (micros.length > 0) {
            lambda.putObject("DurationMilliseconds").put("p50", percentile(micros, 50))
                    .put("p95", percentile(micros, 95)).put("p99", percentile(micros, 99));
        }
        return all;
    }

    private long[] sortedDurations() {
        long[] micros;
        synchronized (lastMicros) {
            micros = Arrays.copyOf(lastMicros, Math.min(durations, DURATIONS));
        }
        Arrays.sort(micros);
        return micros;
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1_000.0;
    }
}
