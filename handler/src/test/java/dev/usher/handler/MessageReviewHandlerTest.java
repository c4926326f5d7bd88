// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class MessageReviewHandlerTest {
    private static final String RULES = """
            { "version": 1, "rules": [
              { "id": "faulty", "type": "faulty" },
              { "id": "brief", "type": "length", "options": { "maximum": 20, "reason": "Be brief." } },
              { "id": "briefer", "type": "length", "mode": "observe", "options": { "maximum": 10 } } ] }
            """;

    @TempDir private Path folder;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void writeRules() throws IOException {
        Files.writeString(folder.resolve("rules.json"), RULES);
    }

    @Test
    void allowsAndEchoes() throws IOException {
        assertThat(answer(handler(Map.of()), "hello")).hasToString(
                "{\"Content\":\"hello\",\"ReviewResult\":\"ALLOW\",\"Attributes\":{\"a\":\"b\"}}");
    }

    @Test
    void deniesWithTheRulesReason() throws IOException {
        assertThat(answer(handler(Map.of()), "x".repeat(21)))
                .hasToString("{\"ReviewResult\":\"DENY\",\"Attributes\":{\"Reason\":\"Be brief.\"}}");
    }

    @Test
    void editsTheContent() throws IOException {
        assertThat(answer(handler(Map.of()), "mask")).hasToString(
                "{\"Content\":\"****\",\"ReviewResult\":\"ALLOW\",\"Attributes\":{\"a\":\"b\"}}");
    }

    @ParameterizedTest
    @CsvSource({"throw, THREW java.lang.IllegalStateException", "null, NO_VERDICT returned null",
        "overflow, THREW java.lang.StackOverflowError",
        "long, 'OVER_LIMIT Content of 501 code points, at most 500'",
        "empty, OVER_LIMIT Content is empty", "hang, LATE no answer at the deadline"})
    void aFailedRuleCountsAsTheFallback(String content, String failure) throws IOException {
        assertThat(answer(handler(Map.of("USHER_DEADLINE", "50ms")), content).get("ReviewResult").textValue())
                .isEqualTo("DENY");
        JsonNode line = logged();
        assertThat(line.at("/failures/faulty").textValue()).isEqualTo(failure);
        assertThat(line.get("Fallback").intValue()).isEqualTo(1);
        assertThat(
                answer(handler(Map.of("USHER_FALLBACK_RESULT", "ALLOW", "USHER_DEADLINE", "50ms")), content))
                .isEqualTo(Events.tree("{\"Content\":\"" + content
                        + "\",\"ReviewResult\":\"ALLOW\",\"Attributes\":{\"a\":\"b\"}}"));
    }

    @Test
    void anUnreadableEventCountsAsTheFallback() throws IOException {
        for (byte[] event : List.of(new byte[0], "{".getBytes(StandardCharsets.UTF_8), new byte[1 << 20])) {
            assertThat(answer(handler(Map.of()), event, null).at("/Attributes/Reason").textValue())
                    .isEqualTo("The message could not be reviewed. Please try again.");
            assertThat(answer(handler(Map.of("USHER_FALLBACK_RESULT", "ALLOW")), event, null))
                    .hasToString("{\"ReviewResult\":\"ALLOW\"}");
        }
    }

    @Test
    void anEventThatBreaksOffCountsAsTheFallback() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close(); // from now on every read throws
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        handler(Map.of()).handleRequest(broken, response, null);
        assertThat(ResponseContract.check(response.toByteArray()).get("ReviewResult").textValue())
                .isEqualTo("DENY");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailureOfTheMachineGetsOut(boolean bounded) throws IOException {
        Files.writeString(folder.resolve("rules.json"),
                RULES.replace("\"faulty\" }", "\"faulty\", \"options\": { \"bounded\": " + bounded + " } }"));
        MessageReviewHandler handler = handler(Map.of());
        assertThatThrownBy(() -> answer(handler, "memory")).isInstanceOf(OutOfMemoryError.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 20, 0, -5})
    void answersBeforeTheFunctionsOwnTimeOut(int remainingMillis) throws IOException {
        Context context = new LambdaContext("f", remainingMillis);
        long start = System.nanoTime();
        JsonNode response = answer(handler(Map.of("USHER_DEADLINE", "190ms")), Events.of("hang"), context);
        assertThat(response.get("ReviewResult").textValue()).isEqualTo("DENY");
        assertThat(logged().get("Elapsed").longValue())
                .isLessThan((System.nanoTime() - start) / 1000)
                .isGreaterThanOrEqualTo(Math.max(1, remainingMillis - 20) * 1000L);
    }

    @Test
    void aLogThatCannotBeWrittenHarmsNoAnswer() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        new MessageReviewHandler(environment(Map.of()), full)
                .handleRequest(new ByteArrayInputStream(Events.of("hello")), response, null);
        assertThat(ResponseContract.check(response.toByteArray()).get("Content").textValue())
                .isEqualTo("hello");
    }

    @Test
    void aContextWithoutANameIsTaken() throws IOException {
        assertThat(answer(handler(Map.of()), Events.of("hello"), new LambdaContext(null, 3000))
                .get("Content").textValue()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "mask", "deny", "throw", "a longer hello"})
    void theLogLineIsValidEmbeddedMetricFormat(String content) throws IOException {
        MessageReviewHandler handler = handler(Map.of());
        answer(handler, content);
        assertIsEmbeddedMetricFormat(logged());
        answer(handler, "{".getBytes(StandardCharsets.UTF_8), null);
        assertIsEmbeddedMetricFormat(logged());
    }

    /** As docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html. */
    private static void assertIsEmbeddedMetricFormat(JsonNode line) {
        assertThat(line.at("/_aws/Timestamp").isIntegralNumber()).isTrue();
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.get("Namespace").textValue()).isEqualTo("Usher");
        for (JsonNode dimension : directive.at("/Dimensions/0")) {
            assertThat(line.get(dimension.textValue()).isTextual()).isTrue();
        }
        assertThat(directive.get("Metrics")).hasSizeGreaterThan(3).allSatisfy(metric -> {
            assertThat(line.get(metric.get("Name").textValue())).as(metric.toString()).isNotNull();
            assertThat(line.get(metric.get("Name").textValue()).isNumber()).isTrue();
            assertThat(metric.get("Unit").textValue()).isIn("Count", "Microseconds");
        });
    }

    @ParameterizedTest
    @CsvSource({"hello, ALLOW, 1, 0, 0, ''", "mask, ALLOW, 0, 1, 0, faulty", "deny, DENY, 0, 0, 1, faulty",
        "a message of more than 20, DENY, 0, 0, 1, brief"})
    void theLogLineCountsTheOutcome(String content, String result, int allowed, int edited, int denied,
            String rule)
            throws IOException {
        answer(handler(Map.of()), content);
        JsonNode line = logged();
        assertThat(line.get("result").textValue()).isEqualTo(result);
        assertThat(line.get("Allowed").intValue()).isEqualTo(allowed);
        assertThat(line.get("Edited").intValue()).isEqualTo(edited);
        assertThat(line.get("Denied").intValue()).isEqualTo(denied);
        assertThat(line.path("rule").asText("")).isEqualTo(rule);
        assertThat(line.get("Fallback").intValue()).isZero();
        assertThat(line.get("room").textValue()).isEqualTo(Events.ROOM);
        assertThat(line.get("messageId").textValue()).isEqualTo("AbCdEf123456");
    }

    @Test
    void theLogLineTellsWhatObservedRulesFound() throws IOException {
        answer(handler(Map.of()), "more than 10");
        assertThat(logged().get("observed").toString()).isEqualTo("[\"briefer\"]");
    }

    @Test
    void onlyTheFirstAnswerIsCold() throws IOException {
        MessageReviewHandler handler = handler(Map.of());
        answer(handler, "hello");
        assertThat(logged().get("ColdStart").intValue()).isEqualTo(1);
        answer(handler, "hello");
        assertThat(logged().get("ColdStart").intValue()).isZero();
    }

    @Test
    void theLogSaysNothingOfTheMessageOrItsSender() throws IOException {
        MessageReviewHandler handler = handler(Map.of());
        for (String content : List.of("hello", "mask", "deny", "throw", "a message of more than 20")) {
            answer(handler, content);
        }
        answer(handler, "{\"Content\":\"my secret\",\"MessageId\":5}".getBytes(StandardCharsets.UTF_8), null);
        answer(handler, Events.with("/MessageId", "true"), null);
        assertThat(log.toString(StandardCharsets.UTF_8).lines()).hasSize(7);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("hello", "a message", "192.0.2.1",
                "ann",
                "secret", "****", "true", "\"b\"", "member");
    }

    @Test
    void theLogForEnforcementNamesOnlyWhomARuleRefused() throws IOException {
        MessageReviewHandler handler = handler(Map.of("USHER_LOG", "enforcement"));
        answer(handler, "deny");
        assertThat(logged().get("userId").textValue()).isEqualTo("ann");
        for (String content : List.of("hello", "mask", "mark", "throw")) {
            answer(handler, content);
            assertThat(logged().has("userId")).as(content).isFalse();
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("hello", "192.0.2.1", "****", "mark");
    }

    @Test
    void theLogForASecondLookHoldsWhatARuleAnnotated() throws IOException {
        MessageReviewHandler handler = handler(Map.of("USHER_LOG", "second-look"));
        answer(handler, "mark");
        assertThat(logged().get("annotatedBy").toString()).isEqualTo("[\"faulty\"]");
        assertThat(logged().get("delivered").textValue()).isEqualTo("mark");
        assertThat(logged().get("userId").textValue()).isEqualTo("ann");
        for (String content : List.of("hello", "mask", "deny", "throw")) {
            answer(handler, content);
            assertThat(logged().has("delivered")).as(content).isFalse();
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("hello", "192.0.2.1", "****");
    }

    @Test
    void aFullLogSaysIt() throws IOException {
        MessageReviewHandler handler = handler(Map.of("USHER_LOG", "full"));
        answer(handler, "hello");
        JsonNode line = logged();
        assertThat(line.get("content").textValue()).isEqualTo("hello");
        assertThat(line.get("userId").textValue()).isEqualTo("ann");
        assertThat(line.get("ip").textValue()).isEqualTo("192.0.2.1");
        answer(handler, Events.with("/MessageId", "5"), null);
        assertThat(logged().get("notReviewed").textValue())
                .isEqualTo("MessageId: expected a string, found 5");
    }

    @Test
    void noLogIsNoLine() throws IOException {
        answer(handler(Map.of("USHER_LOG", "none")), "hello");
        assertThat(log.size()).isZero();
    }

    @Test
    void aFaultyRulesFileEndsTheConstructionWithEveryPath() throws IOException {
        Files.writeString(folder.resolve("rules.json"),
                RULES.replace("20", "\"many\"").replace("briefer", "Bad Id"));
        assertThatThrownBy(() -> handler(Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("rules.json:", "rules[1].options.maximum: ", "rules[2].id: ");
    }

    @Test
    void aMissingRulesFileEndsTheConstruction() {
        assertThatThrownBy(() -> handler(Map.of("USHER_RULES", "elsewhere.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("USHER_RULES", "elsewhere.json");
    }

    @Test
    void isPrimedForASnapshotUnderSnapStartOnly() {
        assertThat(handler(Map.of()).isPrimedForSnapStart()).isFalse();
        assertThat(handler(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")).isPrimedForSnapStart())
                .isTrue();
    }

    private MessageReviewHandler handler(Map<String, String> settings) {
        return new MessageReviewHandler(environment(settings), log);
    }

    private Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(
                Map.of("LAMBDA_TASK_ROOT", folder.toString(), "USHER_RULES", "rules.json"));
        environment.putAll(settings);
        return environment;
    }

    private static JsonNode answer(MessageReviewHandler handler, String content) throws IOException {
        return answer(handler, Events.of(content), new LambdaContext("my-function", 3000));
    }

    private static JsonNode answer(MessageReviewHandler handler, byte[] event, @Nullable Context context)
            throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), response, context);
        return ResponseContract.check(response.toByteArray());
    }

    /** The line that was written last. */
    private JsonNode logged() {
        List<String> lines = log.toString(StandardCharsets.UTF_8).lines().toList();
        return Events.tree(lines.getLast());
    }
}
