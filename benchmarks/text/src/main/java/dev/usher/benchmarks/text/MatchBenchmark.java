// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One message, warm: how much a list's size and a message's length cost each engine. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
public class MatchBenchmark {
    @Param public Peer engine = Peer.HANKCS;

    @Param({"100", "1000", "10000", "100000"}) public int terms;

    @Param({"500", "40"}) public int length;

    private Matcher matcher = content -> 0;
    private String[] messages = {""};
    private int next;

    @Setup
    public void prepare() {
        List<String> all = Terms.madeUp(terms);
        matcher = engine.matching(all);
        messages = Messages.of(length, all);
    }

    @Benchmark
    public int message() {
        next = (next + 1) % Messages.COUNT;
        return matcher.hits(messages[next]);
    }
}
