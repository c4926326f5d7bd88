// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EnabledOnOs(OS.LINUX)
@ParameterizedClass
@EnumSource(LambdaProcessIT.Under.class)
final class LambdaProcessIT {
    /** What a function may run under; it must not see a difference. */
    enum Under {
        CLIENT,
        OWN
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Under under;

    LambdaProcessIT(Under under) {
        this.under = under;
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{\"Content\":\"caf\u00e9 \ud83d\ude00\"}", ""})
    void answersWithTheFunctionsOwnBytes(String event) throws IOException {
        try (LambdaProcess process = start(Map.of(), TIMEOUT)) {
            assertThat(process.init().join()).isInstanceOf(Init.Ready.class);
            assertThat(invoke(process, event)).isInstanceOfSatisfying(Outcome.Answered.class,
                    answer -> assertThat(answer.response()).asString(StandardCharsets.UTF_8)
                            .isEqualTo(event));
            assertThat(process.isAlive()).isTrue();
        }
    }

    @Test
    void oneProcessTakesManyEvents() throws IOException {
        try (LambdaProcess process = start(Map.of(), TIMEOUT)) {
            for (int i = 0; i < 100; i++) {
                assertThat(text(invoke(process, "event " + i))).isEqualTo("event " + i);
            }
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("asked to event 0\n",
                "asked to event 99\n");
    }

    @Test
    void anExceptionIsAFailureWithItsTypeAndTheProcessLivesOn() throws IOException {
        try (LambdaProcess process = start(Map.of(), TIMEOUT)) {
            assertThat(invoke(process, "throw")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.error().payload()).contains("IllegalStateException", "as told");
            });
            assertThat(text(invoke(process, "still there"))).isEqualTo("still there");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "halt"})
    void anEndInTheMiddleIsACrashWithItsExitCode(String order) throws IOException {
        try (LambdaProcess process = start(Map.of(), TIMEOUT)) {
            assertThat(invoke(process, order)).isInstanceOfSatisfying(Outcome.Crashed.class,
                    crashed -> assertThat(crashed.exitCode()).isEqualTo(order.equals("exit") ? 3 : 4));
            assertThat(process.isAlive()).isFalse();
            assertThat(invoke(process, "too late")).isInstanceOf(Outcome.NotStarted.class);
        }
    }

    @Test
    void theFunctionsTimeOutEndsTheProcess() throws IOException {
        Duration timeout = Duration.ofMillis(300);
        try (LambdaProcess process = start(Map.of(), timeout)) {
            assertThat(invoke(process, "hang")).isInstanceOfSatisfying(Outcome.TimedOut.class,
                    timedOut -> assertThat(timedOut.took()).isGreaterThanOrEqualTo(timeout));
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void aFailureOfTheMachineIsReportedAndEndsTheProcess() throws IOException {
        try (LambdaProcess process = start(Map.of(), TIMEOUT)) {
            assertThat(invoke(process, "die")).isInstanceOf(Outcome.Failed.class);
            assertThat(invoke(process, "the next")).isInstanceOf(Outcome.NotStarted.class);
        }
    }

    @Test
    void aFaultInTheConstructorIsAnInitErrorThatSaysIt() throws IOException {
        try (LambdaProcess process = start(Map.of("INIT", "throw"), TIMEOUT)) {
            assertThat(process.init().join()).isInstanceOfSatisfying(Init.Failed.class,
                    failed -> assertThat(failed.error().payload()).contains("rules[0].id: expected a"));
            assertThat(invoke(process, "anything")).isInstanceOf(Outcome.NotStarted.class);
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void anEndDuringInitIsACrash() throws IOException {
        try (LambdaProcess process = start(Map.of("INIT", "exit"), TIMEOUT)) {
            assertThat(process.init().join()).isInstanceOfSatisfying(Init.Crashed.class,
                    crashed -> assertThat(crashed.exitCode()).isEqualTo(3));
        }
    }

    @Test
    void aBusyProcessTakesNoSecondEvent() throws IOException {
        CompletableFuture<Outcome> first;
        try (LambdaProcess process = start(Map.of(), TIMEOUT)) {
            first = process.invoke("hang".getBytes(StandardCharsets.UTF_8));
            assertThat(process.isBusy()).isTrue();
            assertThatThrownBy(() -> process.invoke(new byte[0])).isInstanceOf(IllegalStateException.class);
        }
        assertThat(first.join()).isInstanceOfAny(Outcome.Crashed.class, Outcome.NotStarted.class);
    }

    @Test
    void theFunctionSeesItsOwnEnvironmentOnly() throws IOException {
        try (LambdaProcess process = start(Map.of("USHER_LOG", "none"), TIMEOUT)) {
            assertThat(text(invoke(process, "tell")).split(" ")).contains("USHER_LOG", "LAMBDA_TASK_ROOT",
                    "AWS_LAMBDA_RUNTIME_API").doesNotContain("HOME", "AWS_CA_BUNDLE", "JAVA_HOME");
        }
    }

    @Test
    void memoryAndTimeOutAreWhatTheFunctionWasGiven() throws IOException {
        try (LambdaProcess process = start(Map.of(), TIMEOUT)) {
            assertThat(Integer.parseInt(text(invoke(process, "memory")))).isBetween(400, 436);
            assertThat(Integer.parseInt(text(invoke(process, "remaining")))).isBetween(1, 20_000);
        }
    }

    private LambdaProcess start(Map<String, String> environment, Duration timeout) throws IOException {
        Path module = Path.of(System.getProperty("usher.root"), "local-lambda", "target");
        LambdaFunction function = new LambdaFunction(module.resolve("test-classes"),
                "dev.usher.lambda.ObedientFunction::handleRequest", 512, timeout, environment);
        OutputStream out = log;
        RuntimeClient client = RuntimeClient.in(module.resolve("runtime"));
        return LambdaProcess.start(function, under == Under.CLIENT ? client : own(client), out);
    }

    private static LambdaRuntime own(RuntimeClient client) {
        List<Path> jars = new ArrayList<>();
        jars.add(Path.of(System.getProperty("usher.root"), "runtime", "target", "lambda", "lib",
                "runtime-0.1.0-SNAPSHOT.jar"));
        for (Path jar : client.jars()) {
            if (jar.getFileName().toString().startsWith("aws-lambda-java-core")) {
                jars.add(jar);
            }
        }
        return new OwnRuntime(jars);
    }

    private static Outcome invoke(LambdaProcess process, String event) {
        return process.invoke(event.getBytes(StandardCharsets.UTF_8)).join();
    }

    private static String text(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return new String(((Outcome.Answered) outcome).response(), StandardCharsets.UTF_8);
    }
}
