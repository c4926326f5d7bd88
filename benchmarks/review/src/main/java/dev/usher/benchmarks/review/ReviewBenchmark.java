// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.review;

import dev.usher.config.RuleSet;
import dev.usher.handler.Decision;
import dev.usher.handler.MessageReviewer;
import dev.usher.review.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An event's bytes to a response's bytes, with the rules that ship. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReviewBenchmark {
    @Param({"40", "120", "500"}) private int length;

    @Param private Outcome outcome = Outcome.ALLOW;

    private byte[] event = new byte[0];
    private MessageReviewer reviewer = new MessageReviewer(RuleSet.shipped(RuleSet.Defaults.STANDARD),
            RuleSet.Defaults.STANDARD);

    /** A benchmark of the wrong outcome would measure something else. */
    @Setup
    public void check() {
        event = Events.of(length, outcome.end);
        if (!review().result().name().equals(outcome.result)) {
            throw new IllegalStateException(outcome + " was not what came");
        }
    }

    @Benchmark
    public Decision review() {
        return reviewer.review(event, Deadline.after(Duration.ofMillis(150)));
    }
}
