// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Shared by all environments, in the table of the state: one conditional write a claim. A refused message is a member
 * of a string set, which takes it once; keys are hashes, so no user id is in them. Thread-safe.
 */
final class DynamoDbLedger implements Ledger {
    /** Longer than a function works on one batch, so that who holds a lease beyond it has died. */
    private static final Duration LEASE = Duration.ofMinutes(6);
    /** Longer than Lambda keeps an event to try it again, and than a queue of failures is left for a night. */
    private static final Duration KEPT = Duration.ofDays(3);
    /** A set of more is no use: policies count to 100. */
    private static final int MOST_STRIKES = 400;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    DynamoDbLedger(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public List<Instant> strike(String key, String messageId, Instant at, Duration keep) {
        String entry = at.toEpochMilli() + ":" + messageId;
        Map<String, AttributeValue> item = client.updateItem(update -> update.tableName(table)
                .key(key("s#", key)).updateExpression("ADD entries :entry SET expires = :expires")
                .expressionAttributeValues(Map.of(":entry", AttributeValue.fromSs(List.of(entry)), ":expires",
                        number(at.plus(keep).plus(KEPT).getEpochSecond())))
                .returnValues(ReturnValue.ALL_NEW)).attributes();
        List<String> entries = item.getOrDefault("entries", AttributeValue.fromSs(List.of(entry))).ss();
        List<Instant> times = new ArrayList<>();
        List<String> old = new ArrayList<>();
        for (String known : entries) {
            Instant time = Instant.ofEpochMilli(Long.parseLong(known.substring(0, known.indexOf(':'))));
            if (time.plus(keep).isBefore(at)) {
                old.add(known);
            } else {
                times.add(time);
            }
        }
        if (entries.size() > MOST_STRIKES && !old.isEmpty()) {
            client.updateItem(update -> update.tableName(table).key(key("s#", key))
                    .updateExpression("DELETE entries :old")
                    .expressionAttributeValues(Map.of(":old", AttributeValue.fromSs(old))));
        }
        times.sort(null);
        return times;
    }

    @Override
    public Claim claim(String key, Instant at, Duration rest) {
        Instant now = clock.instant();
        try {
            client.updateItem(update -> update.tableName(table).key(key("e#", key))
                    .updateExpression("SET cause = :at, done = :no, lease = :lease, expires = :expires")
                    .conditionExpression("attribute_not_exists(pk) OR (done = :yes AND cause < :rested)"
                            + " OR (done = :no AND lease <= :now)")
                    .expressionAttributeValues(Map.of(":at", number(at.toEpochMilli()), ":no",
                            AttributeValue.fromBool(false), ":yes", AttributeValue.fromBool(true), ":lease",
                            number(now.plus(LEASE).toEpochMilli()), ":now", number(now.toEpochMilli()),
                            ":rested", number(at.minus(rest).toEpochMilli()), ":expires",
                            number(now.plus(rest).plus(KEPT).getEpochSecond())))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Claim.GRANTED;
        } catch (ConditionalCheckFailedException taken) {
            AttributeValue done = taken.item().get("done");
            return done != null && Boolean.TRUE.equals(done.bool()) ? Claim.DONE : Claim.BUSY;
        }
    }

    @Override
    public void done(String key) {
        client.updateItem(update -> update.tableName(table).key(key("e#", key))
                .updateExpression("SET done = :yes")
                .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true))));
    }

    @Override
    public void release(String key) {
        client.deleteItem(delete -> delete.tableName(table).key(key("e#", key)));
    }

    private static Map<String, AttributeValue> key(String prefix, String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Map.of("pk", AttributeValue
                    .fromS(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(hash)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
