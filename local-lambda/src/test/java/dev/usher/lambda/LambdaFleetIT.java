// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EnabledOnOs(OS.LINUX)
@Timeout(30)
final class LambdaFleetIT {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();
    private @Nullable LambdaFleet fleet;

    private record Ending(Outcome outcome, String log) {}

    @AfterEach
    void end() {
        if (fleet != null) {
            fleet.close();
        }
    }

    @Test
    void aProcessThatIsFreeTakesTheNextEvent() throws IOException {
        LambdaFleet one = fleet(new FleetSize(2, 0, LONG), Map.of());
        LambdaFleet.Call first = call(one, "hello");
        assertThat(first.isCold()).isTrue();
        assertThat(text(first)).isEqualTo("hello");
        LambdaFleet.Call second = call(one, "again");
        assertThat(second.isCold()).isFalse();
        assertThat(text(second)).isEqualTo("again");
        assertThat(one.counts()).isEqualTo(new FleetCounts(1, 0, 1, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void eventsAtOnceGetProcessesOfTheirOwnUntilTheLimitThrottlesThem() throws IOException {
        LambdaFleet two = fleet(new FleetSize(2, 0, LONG), Map.of());
        assertThat(call(two, "hang").isCold()).isTrue();
        LambdaFleet.Call second = call(two, "hello");
        assertThat(second.isCold()).isTrue();
        assertThat(two.invoke(bytes("too many"))).isEmpty();
        assertThat(text(second)).isEqualTo("hello");
        assertThat(text(call(two, "now one is free"))).isEqualTo("now one is free");
        assertThat(two.counts()).isEqualTo(new FleetCounts(2, 1, 2, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void aCrashIsToldWithTheEndOfTheLogAndTheNextEventGetsANewProcess() throws Exception {
        LambdaFleet one = fleet(new FleetSize(1, 0, LONG), Map.of());
        assertThat(outcome(call(one, "halt"))).isInstanceOf(Outcome.Crashed.class);
        assertThat(endings.take()).satisfies(ending -> {
            assertThat(ending.outcome()).isInstanceOfSatisfying(Outcome.Crashed.class,
                    crashed -> assertThat(crashed.exitCode()).isEqualTo(4));
            assertThat(ending.log()).contains("asked to halt");
        });
        LambdaFleet.Call next = call(one, "hello");
        assertThat(next.isCold()).isTrue();
        assertThat(text(next)).isEqualTo("hello");
        assertThat(one.counts()).isEqualTo(new FleetCounts(1, 0, 2, 0, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void aProcessThatEndedAfterItsEventIsReplacedForTheNext() throws IOException {
        LambdaFleet one = fleet(new FleetSize(1, 0, LONG), Map.of());
        assertThat(outcome(call(one, "die"))).isInstanceOf(Outcome.Failed.class);
        assertThat(text(call(one, "hello"))).isEqualTo("hello");
        assertThat(endings).isEmpty();
    }

    @Test
    void theFunctionsTimeOutIsTold() throws Exception {
        LambdaFleet one = fleet(new FleetSize(1, 0, LONG), Map.of(), Duration.ofMillis(200));
        assertThat(outcome(call(one, "hang"))).isInstanceOf(Outcome.TimedOut.class);
        assertThat(endings.take().outcome()).isInstanceOf(Outcome.TimedOut.class);
        assertThat(one.counts().timedOut()).isEqualTo(1);
        assertThat(one.counts().alive()).isZero();
    }

    @Test
    void provisionedProcessesAreReadyAndFurtherOnesComeCold() throws IOException {
        LambdaFleet two = fleet(new FleetSize(2, 1, LONG), Map.of());
        assertThat(two.provision().join()).isTrue();
        LambdaFleet.Call warm = call(two, "type");
        assertThat(warm.isCold()).isFalse();
        assertThat(text(warm)).isEqualTo(
                "provisioned-concurrency of arn:aws:lambda:us-west-2:123456789012:function:obedient");
        call(two, "hang");
        LambdaFleet.Call spilled = call(two, "type");
        assertThat(spilled.isCold()).isTrue();
        assertThat(text(spilled)).startsWith("on-demand of ");
        assertThat(two.counts()).isEqualTo(new FleetCounts(2, 1, 1, 2, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aProvisionedProcessThatCrashedIsReplaced() throws Exception {
        LambdaFleet one = fleet(new FleetSize(1, 1, LONG), Map.of());
        assertThat(one.provision().join()).isTrue();
        assertThat(outcome(call(one, "exit"))).isInstanceOf(Outcome.Crashed.class);
        endings.take();
        while (one.counts().alive() == 0 || one.counts().busy() > 0) {
            Thread.onSpinWait();
        }
        assertThat(call(one, "hello").isCold()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"throw, rules[0].id", "exit, ''"})
    void aFunctionThatCannotBeMadeIsTold(String init, String said) throws Exception {
        LambdaFleet one = fleet(new FleetSize(1, 1, LONG), Map.of("INIT", init));
        assertThat(one.provision().join()).isFalse();
        assertThat(endings.take().outcome()).isInstanceOfSatisfying(Outcome.NotStarted.class,
                never -> assertThat(never.init().toString()).contains(said));
        assertThat(outcome(call(one, "hello"))).isInstanceOf(Outcome.NotStarted.class);
        assertThat(one.counts().initErrors()).isEqualTo(2);
        assertThat(one.counts().alive()).isZero();
    }

    @Test
    void aProcessWithNothingToDoIsReclaimed() throws IOException {
        LambdaFleet two = fleet(new FleetSize(2, 0, Duration.ZERO), Map.of());
        assertThat(text(call(two, "hello"))).isEqualTo("hello");
        two.reclaim();
        assertThat(two.counts()).isEqualTo(new FleetCounts(0, 0, 1, 0, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void nothingIsStartedAfterTheEnd() throws IOException {
        LambdaFleet one = fleet(new FleetSize(1, 0, LONG), Map.of());
        LambdaFleet.Call underWay = call(one, "hang");
        one.close();
        assertThat(outcome(underWay)).isInstanceOfAny(Outcome.Crashed.class, Outcome.NotStarted.class);
        assertThat(one.invoke(bytes("late"))).isEmpty();
        assertThat(endings).isEmpty();
    }

    @Test
    void moreProvisionedThanThereMayBeIsRefused() {
        assertThatThrownBy(() -> new FleetSize(2, 3, LONG))
                .hasMessageContaining("provisioned: expected 0 to");
        assertThatThrownBy(() -> new FleetSize(0, 0, LONG)).hasMessageContaining("concurrency: expected 1");
    }

    private LambdaFleet fleet(FleetSize size, Map<String, String> environment) throws IOException {
        return fleet(size, environment, Duration.ofSeconds(20));
    }

    private LambdaFleet fleet(FleetSize size, Map<String, String> environment, Duration timeout)
            throws IOException {
        Path module = Path.of(System.getProperty("usher.root"), "local-lambda", "target");
        LambdaFunction function = new LambdaFunction("obedient", module.resolve("test-classes"),
                "dev.usher.lambda.ObedientFunction::handleRequest", 512, timeout, environment);
        LambdaFleet made = LambdaFleet.of(function, RuntimeClient.in(module.resolve("runtime")), size,
                OutputStream.nullOutputStream(), (outcome, log) -> endings.add(new Ending(outcome, log)));
        fleet = made;
        return made;
    }

    private static LambdaFleet.Call call(LambdaFleet fleet, String event) {
        Optional<LambdaFleet.Call> call = fleet.invoke(bytes(event));
        assertThat(call).isPresent();
        return call.get();
    }

    private static Outcome outcome(LambdaFleet.Call call) {
        return call.outcome().join();
    }

    private static String text(LambdaFleet.Call call) {
        assertThat(outcome(call)).isInstanceOf(Outcome.Answered.class);
        return new String(((Outcome.Answered) outcome(call)).response(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
