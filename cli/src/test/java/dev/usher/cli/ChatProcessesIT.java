// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.invoke.Invocation;
import dev.usher.lambda.FleetSize;
import dev.usher.lambda.LambdaFunction;
import dev.usher.lambda.RuntimeClient;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A local chat whose messages are reviewed by real processes of the deployable function. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
final class ChatProcessesIT {
    private static final String PATIENT = "20000"; // milliseconds, for machines that are busy

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream(), false,
            StandardCharsets.UTF_8);

    @TempDir private Path folder;

    @Test
    void theArtifactReviewsByTheRulesOfTheFile() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.json"),
                "{\"version\":1,\"rules\":[{\"id\":\"a\",\"type\":\"length\",\"options\":{\"maximum\":5,\"reason\":\"B\"}}]}");
        try (LiveChat chat = new LiveChat("--room", "demo", "--artifact", "--provisioned", "1", "--rules",
                rules.toString(), "--review-limit", PATIENT, "--log")) {
            assertThat(chat.out()).contains("by processes of " + Functions.ARTIFACT, "1 of them provisioned");
            assertThat(chat.say("hello", "too long")).containsExactly("ann: hello",
                    "! 406 Rejected by message review: B  <- too long");
            chat.errWith("\"FunctionName\":\"review\"");
        }
    }

    @Test
    void processesRememberInTheTableAndTheirLogIsEnforced() throws Exception {
        DynamoDbLocal dynamoDb = DynamoDbLocal.shared();
        String table = dynamoDb.table();
        Path rules = Files.writeString(folder.resolve("rules.json"),
                "{\"version\":1,\"rules\":[{\"id\":\"bans\",\"type\":\"bans\",\"options\":{\"maxStale\":"
                        + "\"PT0.05S\"}},{\"id\":\"a\",\"type\":\"length\",\"options\":{\"maximum\":5}}]}");
        Path policy = Files.writeString(folder.resolve("policy.json"),
                "{\"version\":1,\"triggers\":[{\"id\":\"t\",\"denials\":1,\"actions\":[{\"type\":\"ban\",\"for\":"
                        + "\"PT1H\"}]}]}");
        try (LiveChat chat = new LiveChat("--room", "demo", "--artifact", "--provisioned", "1",
                "--concurrency",
                "1", "--rules", rules.toString(), "--review-limit", PATIENT, "--enforce", policy.toString(),
                "--state-table", table, "--dynamodb-endpoint", dynamoDb.endpoint())) {
            assertThat(chat.out()).contains("by processes of " + Functions.ARTIFACT, "enforced by " + policy);
            List<String> said = chat.say("too long");
            assertThat(said).first().asString().startsWith("! 406 Rejected");
            while (!said.get(0).contains("You cannot write in this room.")) { // the test's time-out ends it
                said = chat.say("hello");
            }
            assertThat(dynamoDb.bans("list", table).out()).startsWith("user\tann\t");
        }
    }

    @Test
    void whoeverGivesUpWaitingLearnsOfTheColdStartAndTheProcessGoesOn() throws Exception {
        byte[] event = Files.readAllBytes(Run.HOME.resolve("events/allow.event.json"));
        LambdaFunction function = new LambdaFunction("f", Functions.ARTIFACT,
                "dev.usher.handler.MessageReviewHandler::handleRequest", 512, Duration.ofSeconds(20),
                Map.of());
        try (LambdaInvoker invoker = LambdaInvoker.start(Functions.ARTIFACT, function,
                RuntimeClient.in(Run.HOME.resolve("cli/target/app/runtime")),
                new FleetSize(1, 0, Duration.ofMinutes(5)), OutputStream.nullOutputStream(), NOWHERE)) {
            assertThat(invoker.invoke("f", event, Duration.ofMillis(1)))
                    .isEqualTo(new Invocation.TimedOut("a new process, a cold start"));
            assertThat(invoker.invoke("f", event, Duration.ofMillis(1)))
                    .isEqualTo(new Invocation.NotStarted(
                            "throttled: all of its 1 processes are busy (--concurrency)"));
            assertThat(invoker.counts()).containsEntry("Processes Busy", 1L)
                    .containsEntry("AWS/Lambda Throttles", 1L);
            while (invoker.counts().getOrDefault("Processes Busy", 0L) > 0) {
                Thread.onSpinWait();
            }
            assertThat(invoker.invoke("f", event, Duration.ofSeconds(20)))
                    .isInstanceOf(Invocation.Answered.class);
            assertThat(invoker.counts()).containsEntry("Processes ColdStarts", 1L);
        }
    }

    @Test
    void aFunctionThatCannotBeMadeIsToldWithItsLog() throws Exception {
        Path artifact = Run.HOME.resolve("local-lambda").resolve("target").resolve("test-classes");
        try (LiveChat chat = new LiveChat("--room", "demo", "--artifact",
                artifact + "#dev.usher.lambda.ObedientFunction::handleRequest", "--env", "INIT=exit",
                "--provisioned",
                "1", "--review-limit", PATIENT)) {
            assertThat(chat.errWith("not all of its provisioned"))
                    .contains("review: init crashed, exit code 3");
            assertThat(chat.say("hello")).containsExactly("! 406 Rejected by message review  <- hello");
            chat.errWith("review: again: init crashed");
        }
    }

    @Test
    void aMappedArtifactStandsBesideTheHandlerInThisProcess() throws Exception {
        try (LiveChat chat = new LiveChat("--room", "demo", "--function", "lambda=" + Functions.ARTIFACT,
                "--review-limit", PATIENT)) {
            String answer = chat.call("2015-03-31/functions/lambda/invocations",
                    Files.readString(Run.HOME.resolve("events/allow.event.json")));
            assertThat(answer + "\n")
                    .isEqualTo(Files.readString(Run.HOME.resolve("events/allow.response.json")));
            assertThat(chat.say("hello")).isEqualTo(List.of("ann: hello"));
        }
    }
}
