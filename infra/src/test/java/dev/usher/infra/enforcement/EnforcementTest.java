// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.chat.LocalChat;
import dev.usher.state.Ban;
import dev.usher.state.Banned;
import dev.usher.state.MemoryBanStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ivschat.IvschatClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The real SDK against a chat with the service's quotas, and batches as Lambda brings them. */
final class EnforcementTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int USERS = 120;
    private static final String POLICY = """
            { "version": 1, "callsPerSecond": 100, "triggers": [
              { "id": "links", "rules": ["links"], "denials": 3, "within": "PT10M",
                "actions": [{ "type": "ban", "for": "PT1H" }, { "type": "disconnect", "reason": "Links." }] } ],
              "secondLook": { "rules": ["maybe"], "threshold": 0.8,
                "actions": [{ "type": "delete" }, { "type": "event" }] } }
            """;

    private final AtomicLong serviceTime = new AtomicLong();
    private final AtomicLong ourTime = new AtomicLong();
    /** Whether the service's quota recovers while we wait. */
    private final AtomicBoolean recovers = new AtomicBoolean(true);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final MemoryBanStore bans = new MemoryBanStore(() -> NOW);
    private final LocalChat chat = start();
    private final IvschatClient client = client();
    private final String room = client.createRoom(create -> {}).arn();

    @AfterEach
    void stop() {
        client.close();
        chat.close();
    }

    @Test
    void aThrottledServiceAndBatchesThatComeTwiceDisconnectEachUserOnce() throws Exception {
        EnforcementHandler handler = handler(POLICY, null);
        AsyncInvocations lambda = new AsyncInvocations(event -> handler.handleRequest(event, null));
        List<CloudWatchLogsEvent> batches = shuffledBatches(7, 42);
        try (Watcher watcher = new Watcher(chat, room)) {
            recovers.set(false);
            batches.forEach(lambda::send);
            batches.forEach(lambda::send);
            lambda.run();
            Map<String, Integer> before = perUser(watcher.events("aws:DISCONNECT_USER"));
            assertThat(before).as("the quota of one second").hasSize(100);
            assertThat(lambda.failures()).isNotEmpty();

            recovers.set(true);
            lambda.redrive();
            Map<String, Integer> after = perUser(watcher.events("aws:DISCONNECT_USER"));
            assertThat(after).hasSize(USERS - 100).doesNotContainKeys(before.keySet().toArray(new String[0]));
            assertThat(before.values()).containsOnly(1);
            assertThat(after.values()).containsOnly(1);
            assertThat(lambda.failures()).isEmpty();
        }
        assertThat(bans.list()).hasSize(USERS).allSatisfy(
                ban -> assertThat(ban.until()).isBetween(NOW.plusSeconds(3600), NOW.plusSeconds(3610)));
    }

    @Test
    void itsOwnPaceKeepsBelowTheQuota() throws Exception {
        EnforcementHandler handler = handler(POLICY.replace("100,", "90,"), null);
        shuffledBatches(1, 7).forEach(batch -> handler.handleRequest(batch, null));
        assertThat(logged("Disconnects")).isEqualTo(USERS);
        assertThat(logged("Throttled")).isZero();
    }

    @Test
    void refusalsTooFarApartOrTooFewDoNothing() {
        EnforcementHandler handler = handler(POLICY, null);
        handler.handleRequest(Lines.batch(List.of(Lines.denied(room, "AAAAAAAAAAAA", "ann", NOW),
                Lines.denied(room, "AAAAAAAAAAAA", "ann", NOW),
                Lines.denied(room, "AAAAAAAAAAAB", "ann", NOW.plusSeconds(1)),
                Lines.denied(room, "AAAAAAAAAAAC", "ann", NOW.plusSeconds(601)), "START RequestId: x",
                "{\"room\":1}")), null);
        assertThat(bans.list()).isEmpty();
    }

    @Test
    void aRefusalByAFailureIsNobodysFault() {
        EnforcementHandler handler = handler(POLICY.replace("\"denials\": 3", "\"denials\": 1"), null);
        String line = Lines.denied(room, "AAAAAAAAAAAA", "ann", NOW);
        handler.handleRequest(
                Lines.batch(List.of(line.replace("\"failures\":{}", "\"failures\":{\"links\":\"LATE\"}"))),
                null);
        assertThat(bans.list()).isEmpty();
        handler.handleRequest(Lines.batch(List.of(line)), null);
        assertThat(bans.list()).hasSize(1);
    }

    @Test
    void aLongerBanStays() throws Exception {
        Ban forGood = new Ban(Banned.user("ann"), null, "a moderator's");
        bans.add(forGood);
        handler(POLICY.replace("\"denials\": 3", "\"denials\": 1"), null).handleRequest(
                Lines.batch(List.of(Lines.denied(room, "AAAAAAAAAAAA", "ann", NOW))), null);
        assertThat(bans.list()).containsExactly(forGood);
    }

    @Test
    void aRoomThatIsGoneIsNoReasonToTryAgain() {
        client.deleteRoom(delete -> delete.identifier(room));
        handler(POLICY.replace("\"denials\": 3", "\"denials\": 1"), null).handleRequest(
                Lines.batch(List.of(Lines.denied(room, "AAAAAAAAAAAA", "ann", NOW))), null);
        assertThat(logged("Refused")).isEqualTo(1);
    }

    @Test
    void aSecondLookDeletesWhatTheJudgeFindsBadAndNothingElse() throws Exception {
        EnforcementHandler handler = handler(POLICY, content -> content.equals("vile") ? 0.9 : 0.2);
        CloudWatchLogsEvent batch = Lines
                .batch(List.of(Lines.annotated(room, "AAAAAAAAAAAA", "ann", NOW, "vile"),
                        Lines.annotated(room, "AAAAAAAAAAAB", "ben", NOW, "fair")));
        try (Watcher watcher = new Watcher(chat, room)) {
            handler.handleRequest(batch, null);
            handler.handleRequest(batch, null);
            List<JsonNode> deleted = watcher.events("aws:DELETE_MESSAGE");
            assertThat(deleted).extracting(event -> event.path("MessageID").asText())
                    .containsExactly("AAAAAAAAAAAA");
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("vile", "fair", "ann", "ben");
    }

    @Test
    void aJudgeThatFailsHoldsUpNoOtherMessageAndBringsTheBatchAgain() throws Exception {
        EnforcementHandler handler = handler(POLICY, content -> {
            if (content.equals("fails")) {
                throw new IllegalStateException("out");
            }
            return 1;
        });
        try (Watcher watcher = new Watcher(chat, room)) {
            assertThatExceptionOfType(UnfinishedException.class).isThrownBy(() -> handler.handleRequest(
                    Lines.batch(List.of(Lines.annotated(room, "AAAAAAAAAAAA", "ann", NOW, "fails"),
                            Lines.annotated(room, "AAAAAAAAAAAB", "ben", NOW, "vile"))),
                    null));
            assertThat(watcher.events("aws:DELETE_MESSAGE")).hasSize(1);
        }
    }

    /** Three refusals of each user, in any order, in so many batches. */
    private List<CloudWatchLogsEvent> shuffledBatches(int count, long seed) {
        List<String> lines = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            for (int i = 0; i < 3; i++) {
                lines.add(Lines.denied(room, "m%08d%03d".formatted(user, i), "u" + user,
                        NOW.plusSeconds(3L * i)));
            }
        }
        Collections.shuffle(lines, new Random(seed));
        List<CloudWatchLogsEvent> batches = new ArrayList<>();
        int size = (lines.size() + count - 1) / count;
        for (int from = 0; from < lines.size(); from += size) {
            batches.add(Lines.batch(lines.subList(from, Math.min(lines.size(), from + size))));
        }
        return batches;
    }

    private static Map<String, Integer> perUser(List<JsonNode> events) {
        Map<String, Integer> counts = new TreeMap<>();
        events.forEach(event -> counts.merge(event.path("UserId").asText(), 1, Integer::sum));
        return counts;
    }

    private int logged(String name) {
        try {
            return Lines.JSON.readTree(log.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                    .path(name).asInt();
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private EnforcementHandler handler(String policyFile, @Nullable Judge judge) {
        try {
            Policy policy = PolicyFile.read(policyFile.getBytes(StandardCharsets.UTF_8));
            Time time = new Time() {
                @Override
                public long nanos() {
                    return ourTime.get();
                }

                @Override
                public void sleep(long nanos) {
                    ourTime.addAndGet(nanos);
                    if (recovers.get()) {
                        serviceTime.addAndGet(nanos);
                    }
                }
            };
            return new EnforcementHandler(new Enforcer(policy, new MemoryLedger(() -> NOW), judge,
                    new Hand(client, bans, policy.callsPerSecond(), time), time),
                    new PrintStream(log, true, StandardCharsets.UTF_8));
        } catch (PolicyException faulty) {
            throw new AssertionError(faulty);
        }
    }

    private LocalChat start() {
        try {
            return LocalChat.builder().quotas(true).ticker(serviceTime::get).start();
        } catch (IOException taken) {
            throw new AssertionError(taken);
        }
    }

    private IvschatClient client() {
        return IvschatClient.builder().endpointOverride(chat.endpoint()).region(Region.US_WEST_2)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(Duration.ofSeconds(20)))
                .build();
    }
}
