// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

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

/** The worst that a sender can do: 500 code points of one shape, against 1,000 terms and those that the shapes are about. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
public class HostileBenchmark {
    @Param public Peer engine = Peer.HANKCS;

    @Param public HostileShape shape = HostileShape.STARS;

    private Matcher matcher = content -> 0;
    private String content = "";

    @Setup
    public void prepare() {
        matcher = engine.matching(Terms.hostile(1_000));
        content = shape.content();
    }

    @Benchmark
    public int message() {
        return matcher.hits(content);
    }
}
