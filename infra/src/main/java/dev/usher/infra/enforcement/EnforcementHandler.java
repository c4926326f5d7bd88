// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import dev.usher.state.BanStore;
import dev.usher.state.MemoryBanStore;
import dev.usher.state.dynamodb.DynamoDbBanStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ivschat.IvschatClient;

/**
 * The function that CloudWatch Logs calls with the lines of the review function's log. It throws where something is to
 * be tried again: Lambda then brings the whole batch again, twice, and leaves it in the queue of failures.
 *
 * <p>A fault in the policy ends its construction. One thread at a time, as Lambda calls it.
 */
public final class EnforcementHandler implements RequestHandler<CloudWatchLogsEvent, @Nullable Void> {
    private static final String SHIPPED_POLICY = "policy.json";
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final Duration WITHOUT_CONTEXT = Duration.ofMinutes(1);

    private final Enforcer enforcer;
    private final PrintStream log;

    /** As Lambda makes it: everything from the environment. */
    public EnforcementHandler() throws IOException {
        this(enforcer(System.getenv()), System.out);
    }

    EnforcementHandler(Enforcer enforcer, PrintStream log) {
        this.enforcer = enforcer;
        this.log = log;
    }

    @Override
    public @Nullable Void handleRequest(CloudWatchLogsEvent batch, @Nullable Context context) {
        Tally tally = new Tally();
        try {
            enforcer.enforce(LogBatch.lines(batch), limit(context), tally);
        } finally {
            String name = context == null ? null : context.getFunctionName();
            log.println(tally.line(InstantSource.system().millis(), name == null ? "local" : name));
        }
        return null;
    }

    private static Duration limit(@Nullable Context context) {
        Duration left = context == null
                ? WITHOUT_CONTEXT
                : Duration.ofMillis(context.getRemainingTimeInMillis());
        return left.compareTo(MARGIN) <= 0 ? Duration.ZERO : left.minus(MARGIN);
    }

    private static Enforcer enforcer(Map<String, String> environment) throws IOException {
        Policy policy = policy(environment);
        @Nullable String table = set(environment, "USHER_STATE_TABLE");
        Ledger ledger = new MemoryLedger(InstantSource.system());
        BanStore bans = new MemoryBanStore();
        if (table != null) {
            DynamoDbClient client = endpoint(DynamoDbClient.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder()),
                    set(environment, "USHER_STATE_ENDPOINT")).build();
            ledger = new DynamoDbLedger(client, table, InstantSource.system());
            bans = new DynamoDbBanStore(client, table);
        }
        IvschatClient chat = endpoint(IvschatClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        config -> config.retryStrategy(AwsRetryStrategy.doNotRetry())),
                set(environment, "USHER_CHAT_ENDPOINT")).build();
        Judge judge = policy.secondLook() == null
                ? null
                : new ComprehendJudge(endpoint(ComprehendClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder()),
                        set(environment, "USHER_JUDGE_ENDPOINT")).build());
        return new Enforcer(policy, ledger, judge,
                new Hand(chat, bans, policy.callsPerSecond(), Time.system()), Time.system());
    }

    private static <B extends AwsClientBuilder<B, C>, C> B endpoint(B client, @Nullable String endpoint) {
        return endpoint == null ? client : client.endpointOverride(URI.create(endpoint));
    }

    private static Policy policy(Map<String, String> environment) throws IOException {
        @Nullable String name = set(environment, "USHER_POLICY");
        try {
            if (name == null) {
                return shippedPolicy();
            }
            String folder = environment.get("LAMBDA_TASK_ROOT");
            return PolicyFile.read(Files.readAllBytes(Path.of(folder == null ? "" : folder).resolve(name)));
        } catch (PolicyException faulty) {
            throw new IllegalArgumentException(
                    (name == null ? SHIPPED_POLICY : name) + ":\n" + faulty.getMessage(), faulty);
        } catch (IOException missing) {
            throw new IllegalArgumentException("USHER_POLICY: cannot read " + name + ": " + missing, missing);
        }
    }

    static Policy shippedPolicy() throws IOException, PolicyException {
        try (InputStream file = EnforcementHandler.class.getResourceAsStream(SHIPPED_POLICY)) {
            if (file == null) {
                throw new IOException(SHIPPED_POLICY + " is not on the class path");
            }
            return PolicyFile.read(file.readAllBytes());
        }
    }

    private static @Nullable String set(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
