// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through the runtime client. Thread-safe. */
final class Invocation {
    private final String id = UUID.randomUUID().toString();
    private final byte[] event;
    private final CompletableFuture<Void> handedOver = new CompletableFuture<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile long start;

    Invocation(byte[] event) {
        this.event = event;
    }

    String id() {
        return id;
    }

    byte[] event() {
        return event;
    }

    /** Starts the clock. */
    void handOver() {
        start = System.nanoTime();
        handedOver.complete(null);
    }

    CompletableFuture<Void> handedOver() {
        return handedOver;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    void answered(byte[] response) {
        outcome.complete(new Outcome.Answered(response, took()));
    }

    void failed(FunctionError error) {
        outcome.complete(new Outcome.Failed(error, took()));
    }

    void timedOut() {
        outcome.complete(new Outcome.TimedOut(took()));
    }

    /** The process has ended, before or after the event was handed over. */
    void ended(int exitCode) {
        outcome.complete(handedOver.isDone()
                ? new Outcome.Crashed(exitCode, took())
                : new Outcome.NotStarted(new Init.Crashed(exitCode, Duration.ZERO)));
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
