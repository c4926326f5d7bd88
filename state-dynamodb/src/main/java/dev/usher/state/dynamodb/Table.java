// SPDX-License-Identifier: Apache-2.0
package dev.usher.state.dynamodb;

import dev.usher.review.Deadline;
import dev.usher.state.CircuitBreaker;
import dev.usher.state.StoreException;
import java.time.Duration;
import java.util.function.LongSupplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * The table, asked in the time that a message has for it: the circuit breaker stands before it, and the deadline is the
 * time-out. Thread-safe.
 */
final class Table {
    /** Kept back, so that a rule that failed is told so, and the rules after it have their turn. */
    private static final Duration RESERVE = Duration.ofMillis(20);

    private final CircuitBreaker breaker;
    private final DynamoDbClient client;
    private final String name;

    Table(DynamoDbClient client, String name) {
        this(client, name, System::nanoTime);
    }

    Table(DynamoDbClient client, String name, LongSupplier ticker) {
        this.client = client;
        this.name = name;
        this.breaker = new CircuitBreaker(ticker);
    }

    DynamoDbClient client() {
        return client;
    }

    String name() {
        return name;
    }

    /** What is asked of the table, with the time-out in it. */
    @FunctionalInterface
    interface Call<T> {
        T run(AwsRequestOverrideConfiguration timeout) throws Exception;
    }

    /**
     * Asks once.
     *
     * @throws StoreException where the table is out, fails or is late
     */
    <T> T ask(Deadline deadline, Call<T> call) throws Exception {
        return breaker.call(deadline, () -> {
            try {
                return call.run(timeout(deadline));
            } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException | AbortedException late) {
                throw new StoreException.Late("no answer from DynamoDB in time", late);
            } catch (SdkException failed) {
                throw failure(failed, deadline);
            }
        });
    }

    private static Exception failure(SdkException failed, Deadline deadline) {
        if (failed instanceof ConditionalCheckFailedException) {
            return new IllegalStateException("a condition that its caller does not expect", failed);
        }
        if (deadline.remaining().compareTo(RESERVE) <= 0) {
            return new StoreException.Late("no answer from DynamoDB in time", failed);
        }
        String code = failed instanceof DynamoDbException said && said.awsErrorDetails() != null
                ? said.awsErrorDetails().errorCode()
                : failed.getClass().getSimpleName();
        return new StoreException("DynamoDB: " + code, failed);
    }

    private static AwsRequestOverrideConfiguration timeout(Deadline deadline) throws StoreException.Late {
        Duration left = deadline.remaining().minus(RESERVE);
        if (!left.isPositive()) {
            throw new StoreException.Late("no time left to ask DynamoDB", null);
        }
        return AwsRequestOverrideConfiguration.builder().apiCallTimeout(left).apiCallAttemptTimeout(left)
                .build();
    }
}
