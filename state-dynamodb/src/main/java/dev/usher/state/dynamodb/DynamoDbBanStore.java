// SPDX-License-Identifier: Apache-2.0
package dev.usher.state.dynamodb;

import dev.usher.review.Deadline;
import dev.usher.state.AddressRange;
import dev.usher.state.Ban;
import dev.usher.state.BanStore;
import dev.usher.state.Banned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Bans that every process with the table shares. A user's ban is an item of its own, which DynamoDB sweeps up when it
 * has run out; all banned addresses are attributes of one item, so that they can be read at once. Thread-safe.
 *
 * <p>One message costs one round trip at most; addresses are read again after {@link #RANGES_FRESH}. Users are asked for
 * each time: the rule has the cache.
 */
public final class DynamoDbBanStore implements BanStore {
    /** How long addresses are taken for what they were. */
    static final Duration RANGES_FRESH = Duration.ofSeconds(5);

    private static final String RANGES = "b#addresses";
    private static final String PREFIX = "b#";

    private record Ranges(List<Ban> bans, List<AddressRange> ranges, Instant readAt) {}

    private final Table table;
    private final InstantSource clock;
    private volatile Ranges ranges = new Ranges(List.of(), List.of(), Instant.MIN);

    /** For a writer of bans with a client of its own. */
    public DynamoDbBanStore(DynamoDbClient client, String table) {
        this(new Table(client, table), InstantSource.system());
    }

    DynamoDbBanStore(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public @Nullable Ban find(String userId, String ip, Deadline deadline) throws Exception {
        Instant now = clock.instant();
        String pk = Keys.bannedUser(userId);
        boolean stale = ranges.readAt().plus(RANGES_FRESH).isBefore(now);
        List<Map<String, AttributeValue>> keys = stale ? List.of(key(pk), key(RANGES)) : List.of(key(pk));
        List<Map<String, AttributeValue>> items = table.ask(deadline, timeout -> table.client()
                .batchGetItem(get -> get
                        .requestItems(Map.of(table.name(), keys(keys))).overrideConfiguration(timeout))
                .responses().getOrDefault(table.name(), List.of()));
        Ban found = null;
        List<Ban> read = new ArrayList<>();
        for (Map<String, AttributeValue> item : items) {
            if (item.getOrDefault("pk", AttributeValue.fromS("")).s().equals(RANGES)) {
                read.addAll(ranges(item));
            } else {
                Ban ban = user(item);
                found = ban != null && ban.holds(now) ? ban : null;
            }
        }
        if (stale) {
            ranges = new Ranges(read, parsed(read), now);
        }
        return found != null ? found : find(AddressRange.read(ip), now);
    }

    private @Nullable Ban find(@Nullable AddressRange address, Instant now) {
        Ranges current = ranges;
        for (int i = 0; address != null && i < current.ranges().size(); i++) {
            if (current.ranges().get(i).contains(address) && current.bans().get(i).holds(now)) {
                return current.bans().get(i);
            }
        }
        return null;
    }

    @Override
    public void add(Ban ban) {
        Banned banned = ban.banned();
        if (banned.kind() == Banned.Kind.ADDRESSES) {
            table.client().updateItem(write -> write.tableName(table.name()).key(key(RANGES))
                    .updateExpression("SET #range = :ban")
                    .expressionAttributeNames(Map.of("#range", banned.value()))
                    .expressionAttributeValues(Map.of(":ban", AttributeValue.fromM(terms(ban)))));
            return;
        }
        Map<String, AttributeValue> item = new HashMap<>(terms(ban));
        item.putAll(key(Keys.bannedUser(banned.value())));
        item.put("userId", AttributeValue.fromS(banned.value()));
        Instant until = ban.until();
        if (until != null) {
            item.put("expires", AttributeValue.fromN(Long.toString(until.getEpochSecond() + 60)));
        }
        table.client().putItem(put -> put.tableName(table.name()).item(item));
    }

    @Override
    public boolean remove(Banned banned) {
        Instant now = clock.instant();
        if (banned.kind() == Banned.Kind.USER) {
            Ban ban = user(table.client().deleteItem(delete -> delete.tableName(table.name())
                    .key(key(Keys.bannedUser(banned.value()))).returnValues(ReturnValue.ALL_OLD))
                    .attributes());
            return ban != null && ban.holds(now);
        }
        UpdateItemResponse response = table.client().updateItem(UpdateItemRequest.builder()
                .tableName(table.name()).key(key(RANGES)).updateExpression("REMOVE #range")
                .expressionAttributeNames(Map.of("#range", banned.value()))
                .returnValues(ReturnValue.ALL_OLD).build());
        for (Ban ban : ranges(response.attributes())) {
            if (ban.banned().equals(banned)) {
                return ban.holds(now);
            }
        }
        return false;
    }

    /** Looks through the whole table, as a person may now and then and a function should not. */
    @Override
    public List<Ban> list() {
        Instant now = clock.instant();
        List<Ban> held = new ArrayList<>();
        for (Map<String, AttributeValue> item : table.client()
                .scanPaginator(scan -> scan.tableName(table.name())
                        .filterExpression("begins_with(pk, :prefix)").consistentRead(true)
                        .expressionAttributeValues(Map.of(":prefix", AttributeValue.fromS(PREFIX))))
                .items()) {
            Ban user = user(item);
            for (Ban ban : user == null ? ranges(item) : List.of(user)) {
                if (ban.holds(now)) {
                    held.add(ban);
                }
            }
        }
        return held;
    }

    private static KeysAndAttributes keys(
            List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).build();
    }

    private static Map<String, AttributeValue> key(String pk) {
        return Map.of("pk", AttributeValue.fromS(pk));
    }

    private static Map<String, AttributeValue> terms(Ban ban) {
        Map<String, AttributeValue> terms = new HashMap<>();
        terms.put("reason", AttributeValue.fromS(ban.reason()));
        Instant until = ban.until();
        if (until != null) {
            terms.put("until", AttributeValue.fromN(Long.toString(until.toEpochMilli())));
        }
        return terms;
    }

    private static Ban ban(Banned banned, Map<String, AttributeValue> terms) {
        AttributeValue until = terms.get("until");
        AttributeValue reason = terms.get("reason");
        return new Ban(banned, until == null ? null : Instant.ofEpochMilli(Long.parseLong(until.n())),
                reason == null ? "" : reason.s());
    }

    private static @Nullable Ban user(Map<String, AttributeValue> item) {
        AttributeValue userId = item.get("userId");
        return userId == null ? null : ban(Banned.user(userId.s()), item);
    }

    private static List<Ban> ranges(Map<String, AttributeValue> item) {
        List<Ban> bans = new ArrayList<>();
        for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
            if (attribute.getValue().hasM() && AddressRange.read(attribute.getKey()) != null) {
                bans.add(ban(Banned.addresses(attribute.getKey()), attribute.getValue().m()));
            }
        }
        return bans;
    }

    private static List<AddressRange> parsed(List<Ban> bans) {
        List<AddressRange> parsed = new ArrayList<>();
        for (Ban ban : bans) {
            parsed.add(AddressRange.parse(ban.banned().value()));
        }
        return parsed;
    }
}
