// SPDX-License-Identifier: Apache-2.0
package dev.usher.state.dynamodb;

import dev.usher.review.Deadline;
import dev.usher.state.CounterStore;
import dev.usher.state.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Counters that every process with the table shares, exact among them: each increment is one conditional write, to
 * begin a key or to add to it. Which of the two it must be is known where this process has met the key in its window,
 * and else guessed; a wrong guess costs one more round trip, and no count is lost or made twice. Thread-safe.
 *
 * <p>An item lives by its {@code ends} (epoch milliseconds by the writer's clock); the time to live only sweeps up.
 */
final class DynamoDbCounterStore implements CounterStore {
    /** Between two processes that begin and count one key a write may miss its condition, but not so often. */
    private static final int MOST_TRIES = 5;
    /** Swept up later than needed, so that clocks and roundings do not matter. */
    private static final int SWEEP_SECONDS = 60;

    private static final String BEGIN = "SET hits = :one, ends = :ends, expires = :expires";
    private static final String HAS_ENDED = "attribute_not_exists(pk) OR ends <= :now";
    private static final String ADD = "ADD hits :one";
    private static final String LIVES = "ends > :now";
    private static final AttributeValue ONE = AttributeValue.fromN("1");

    private final Table table;
    private final InstantSource clock;
    private final RecentKeys<Long> ends = new RecentKeys<>(4096);

    DynamoDbCounterStore(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public long increment(String key, Duration window, Deadline deadline) throws Exception {
        String pk = Keys.counter(key);
        Long known = ends.get(pk);
        boolean lives = known != null && known > clock.millis();
        for (int i = 0; i < MOST_TRIES; i++) {
            UpdateItemRequest.Builder write = lives ? add(pk) : begin(pk, window);
            long count = table.ask(deadline, timeout -> write(pk, write, timeout));
            if (count > 0) {
                return count;
            }
            lives = !lives;
        }
        throw new StoreException("DynamoDB: a key changed hands " + MOST_TRIES + " times", null);
    }

    @Override
    public long count(String key, Deadline deadline) throws Exception {
        String pk = Keys.counter(key);
        Map<String, AttributeValue> item = table.ask(deadline, timeout -> table.client()
                .getItem(get -> get.tableName(table.name()).key(Map.of("pk", AttributeValue.fromS(pk)))
                        .consistentRead(true).overrideConfiguration(timeout))
                .item());
        return item.isEmpty() || number(item, "ends") <= clock.millis() ? 0 : number(item, "hits");
    }

    /** The count; zero where the condition does not hold. */
    private long write(String pk, UpdateItemRequest.Builder write, AwsRequestOverrideConfiguration timeout) {
        try {
            Map<String, AttributeValue> item = table.client()
                    .updateItem(write.overrideConfiguration(timeout).build()).attributes();
            ends.put(pk, number(item, "ends"));
            return number(item, "hits");
        } catch (ConditionalCheckFailedException other) {
            return 0;
        }
    }

    private UpdateItemRequest.Builder begin(String pk, Duration window) {
        long now = clock.millis();
        long end = now + window.toMillis();
        return update(pk).updateExpression(BEGIN).conditionExpression(HAS_ENDED)
                .expressionAttributeValues(Map.of(":one", ONE, ":now", number(now), ":ends", number(end),
                        ":expires", number(end / 1000 + SWEEP_SECONDS)));
    }

    private UpdateItemRequest.Builder add(String pk) {
        return update(pk).updateExpression(ADD).conditionExpression(LIVES)
                .expressionAttributeValues(Map.of(":one", ONE, ":now", number(clock.millis())));
    }

    private UpdateItemRequest.Builder update(String pk) {
        return UpdateItemRequest.builder().tableName(table.name())
                .key(Map.of("pk", AttributeValue.fromS(pk))).returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.NONE);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
    }
}
