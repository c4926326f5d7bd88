// SPDX-License-Identifier: Apache-2.0
package dev.usher.state.dynamodb;

import dev.usher.review.Deadline;
import dev.usher.state.State;
import dev.usher.state.StateProvider;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Opens the table. What the SDK would look for (profile files, instance metadata, HTTP clients on the class path) is
 * said, since each costs start-up time: credentials and region are those of Lambda's environment where it has them.
 */
public final class DynamoDbStateProvider implements StateProvider {
    private static final Duration INIT = Duration.ofSeconds(5);
    private static final int BAD_REQUEST = 400;

    @Override
    public State open(String table, @Nullable String endpoint) {
        Table opened = new Table(client(System.getenv("AWS_REGION"), endpoint), table);
        State state = new State(new DynamoDbCounterStore(opened, InstantSource.system()),
                new DynamoDbBanStore(opened, InstantSource.system()));
        connect(state, table);
        return state;
    }

    /**
     * A client as the stores want it: no retries, which would count twice and late.
     *
     * @param region null for the one of the environment, or where an endpoint is given any
     */
    public static DynamoDbClient client(@Nullable String region, @Nullable String endpoint) {
        if (System.getProperty("http.keepAlive.time.server") == null) {
            System.setProperty("http.keepAlive.time.server", "60"); // the JDK closes after 5 s where nobody says
        }
        DynamoDbClientBuilder client = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(5)))
                .credentialsProvider(credentials(endpoint))
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build()));
        if (endpoint != null) {
            client.endpointOverride(URI.create(endpoint));
        }
        if (region != null || endpoint != null) {
            client.region(Region.of(region == null ? "us-east-1" : region));
        }
        return client.build();
    }

    private static AwsCredentialsProvider credentials(@Nullable String endpoint) {
        if (System.getenv("AWS_ACCESS_KEY_ID") != null) {
            return EnvironmentVariableCredentialsProvider.create();
        }
        return endpoint == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    }

    /** Counts under a key of its own and asks for a ban, so that classes and connection are there when a message is. */
    private static void connect(State state, String table) {
        try {
            Deadline deadline = Deadline.after(INIT);
            state.counters().increment("init|" + UUID.randomUUID(), Duration.ofSeconds(1), deadline);
            state.bans().find("init", "", deadline);
        } catch (Exception failed) {
            if (failed.getCause() instanceof DynamoDbException said && isOurs(said)) {
                throw new IllegalArgumentException("USHER_STATE_TABLE: " + table + " cannot be used: "
                        + said.awsErrorDetails().errorCode(), failed);
            }
            // out of reach just now: the breaker tries it again
        }
    }

    /** Whether it is the deployment's fault, and not the service's: no such table, no permission. */
    private static boolean isOurs(DynamoDbException said) {
        return said.awsErrorDetails() != null && said.statusCode() == BAD_REQUEST
                && !said.isThrottlingException();
    }
}
