// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.review.Deadline;
import dev.usher.review.Message;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.RoomArn;
import dev.usher.review.Sender;
import dev.usher.state.Ban;
import dev.usher.state.Banned;
import dev.usher.state.CounterStore;
import dev.usher.state.MemoryBanStore;
import dev.usher.state.MemoryCounterStore;
import dev.usher.state.MovingClock;
import dev.usher.state.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules that remember, from the file to the verdict, by a clock that stands still. */
final class RulesThatRememberTest {
    private static final RoomArn ROOM = new RoomArn(
            "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456");
    private static final RoomArn OTHER = new RoomArn(
            "arn:aws:ivschat:us-west-2:123456789012:room/OtherRoom123");

    private final MovingClock clock = new MovingClock();
    private final Counting counters = new Counting(new MemoryCounterStore(clock, 10_000));
    private final MemoryBanStore bans = new MemoryBanStore(clock);

    /** Counts what is asked of it. */
    private static final class Counting implements CounterStore {
        final CounterStore store;
        final List<String> keys = new ArrayList<>();

        Counting(CounterStore store) {
            this.store = store;
        }

        @Override
        public long increment(String key, Duration window, Deadline deadline) throws Exception {
            keys.add(key);
            return store.increment(key, window, deadline);
        }

        @Override
        public long count(String key, Deadline deadline) throws Exception {
            return store.count(key, deadline);
        }

        @Override
        public boolean isBounded() {
            return true;
        }
    }

    @Test
    void aRateLimitLetsABurstThroughAndNoMore() throws Exception {
        RuleSet rules = rules("{'id': 'flood', 'type': 'rate-limit', 'options': {'messages': 3}}");

        assertThat(send(rules, "ann", "a", "b", "c", "d", "e")).containsExactly("", "", "", "flood", "flood");
        assertThat(send(rules, "bob", "a")).containsExactly("");
        assertThat(counters.keys).hasSize(6);
        clock.advance(Duration.ofSeconds(10));
        assertThat(send(rules, "ann", "a")).containsExactly("");
    }

    @Test
    void aRateLimitCountsByAddressOrRoomOrEverywhere() throws Exception {
        RuleSet byIp = rules("{'id': 'ip', 'type': 'rate-limit', 'options': {'messages': 1, 'per': 'ip'}}");
        assertThat(by(byIp, "ann", "2001:db8::1", ROOM)).isEmpty();
        assertThat(by(byIp, "bob", "2001:db8::2", ROOM)).isEqualTo("ip");
        assertThat(by(byIp, "bob", "2001:db8:0:1::2", ROOM)).isEmpty();
        assertThat(by(byIp, "bob", "", ROOM)).isEmpty();
        assertThat(by(byIp, "eve", "", ROOM)).isEmpty();
        RuleSet byRoom = rules(
                "{'id': 'r', 'type': 'rate-limit', 'options': {'messages': 1, 'per': 'room'}}");
        assertThat(by(byRoom, "ann", "192.0.2.1", ROOM)).isEmpty();
        assertThat(by(byRoom, "ann", "192.0.2.1", OTHER)).isEmpty();
        assertThat(by(byRoom, "bob", "192.0.2.2", ROOM)).isEqualTo("r");
        RuleSet all = rules(
                "{'id': 'a', 'type': 'rate-limit', 'options': {'messages': 1, 'everywhere': true}}");
        assertThat(by(all, "ann", "192.0.2.1", ROOM)).isEmpty();
        assertThat(by(all, "ann", "192.0.2.1", OTHER)).isEqualTo("a");
    }

    @Test
    void madeUpMessagesCountForNobody() throws Exception {
        RuleSet rules = rules(
                "{'id': 'a', 'type': 'rate-limit', 'options': {'messages': 1, 'everywhere': true}}");
        by(rules, "priming", "192.0.2.1", RoomArn.NOWHERE);

        assertThat(by(rules, "priming", "192.0.2.1", ROOM)).isEmpty();
    }

    @Test
    void twoRulesNeverShareACount() throws Exception {
        RuleSet rules = rules("{'id': 'a', 'type': 'rate-limit', 'options': {'messages': 1}},"
                + "{'id': 'b', 'type': 'rate-limit', 'options': {'messages': 1}}");

        assertThat(send(rules, "ann", "a", "b")).containsExactly("", "a");
    }

    @Test
    void slowModeLetsOneMessageThroughAnInterval() throws Exception {
        RuleSet rules = rules("{'id': 'slow', 'type': 'slow-mode', 'unless': {'userId': ['mod']}}");

        assertThat(send(rules, "ann", "a", "b")).containsExactly("", "slow");
        assertThat(send(rules, "mod", "a", "b")).containsExactly("", "");
        clock.advance(Duration.ofMillis(9_999));
        assertThat(send(rules, "ann", "c")).containsExactly("slow");
        clock.advance(Duration.ofMillis(1)); // the refused ones did not begin it anew
        assertThat(send(rules, "ann", "d")).containsExactly("");
    }

    @Test
    void oneUsersRepeatsAreFoundThroughDisguises() throws Exception {
        RuleSet rules = rules(
                "{'id': 'dup', 'type': 'duplicates', 'options': {'perUser': 1, 'allow': ['what a lovely goal']}}");

        assertThat(send(rules, "ann", "follow my channel", "FOLLOW my ch\u00e1nnel!!!",
                "fol\u200blow  my channnnel", "something else now"))
                .containsExactly("", "dup", "dup", "");
        assertThat(send(rules, "ann", "what a lovely goal", "What a lovely GOAL!")).containsExactly("", "");
        assertThat(send(rules, "ann", "lol", "lol", "lol")).containsExactly("", "", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"join our server for free coins today everyone %d",
        "join our server for free coins today everyone x%dq"})
    void aTextOfManyUsersIsFoundWithSmallChanges(String text) throws Exception {
        RuleSet rules = rules("{'id': 'dup', 'type': 'duplicates'}");
        int stopped = 0;
        for (int i = 0; i < 100; i++) {
            stopped += send(rules, "raider" + i, text.formatted(i * 7919 % 1000)).getFirst().isEmpty() ? 0
                    : 1;
        }

        assertThat(stopped).isGreaterThan(80);
        assertThat(send(rules, "ann", "did anyone see that save in the first half")).containsExactly("");
    }

    @Test
    void aRaidIsMetByRefusingNewSendersAndByStricterRules() throws Exception {
        RuleSet rules = rules(
                "{'id': 'raid', 'type': 'raid', 'options': {'newSenders': 10, 'learning': 'PT1S', 'duration': 'PT1M', 'rules': ["
                        + "{'id': 'raid-slow', 'type': 'slow-mode'}]}}");
        assertThat(rules.chainFor(ROOM).ruleIds()).containsExactly("raid", "raid-slow");
        assertThat(rules.lines().getLast().condition()).isEqualTo("within raid");
        assertThat(send(rules, "ann", "hi", "there")).containsExactly("", "");
        clock.advance(Duration.ofSeconds(20));
        int passed = 0;
        for (int i = 0; i < 50; i++) {
            passed += send(rules, "raider" + i, "raid").getFirst().isEmpty() ? 1 : 0;
        }
        assertThat(passed).isEqualTo(9);
        assertThat(send(rules, "raider49", "again")).containsExactly("raid"); // being refused makes nobody known
        assertThat(send(rules, "ann", "what", "is this")).containsExactly("", "raid-slow");
        clock.advance(Duration.ofMinutes(1));
        assertThat(send(rules, "zoe", "hello")).containsExactly("");
        assertThat(send(rules, "ann", "over", "at last")).containsExactly("", "");
    }

    @Test
    void aRiseIsMeasuredByTheWindowBefore() throws Exception {
        RuleSet rules = rules(
                "{'id': 'raid', 'type': 'raid', 'options': {'newSenders': 10, 'rise': 3, 'learning': 'PT1S'}}");
        for (int i = 0; i < 9; i++) {
            send(rules, "first" + i, "hello");
        }
        clock.advance(Duration.ofSeconds(10));
        for (int i = 0; i < 26; i++) { // many, and less than three times nine
            assertThat(send(rules, "second" + i, "hello")).containsExactly("");
        }
        assertThat(send(rules, "third", "hello")).containsExactly("raid");
    }

    @Test
    void aRoomThatOpensIsNotRaided() throws Exception {
        RuleSet rules = rules(
                "{'id': 'raid', 'type': 'raid', 'options': {'newSenders': 10, 'learning': 'PT30S'}}");
        for (int i = 0; i < 50; i++) {
            assertThat(send(rules, "early" + i, "hello")).containsExactly("");
        }
        clock.advance(Duration.ofSeconds(30));
        for (int i = 0; i < 9; i++) {
            assertThat(send(rules, "late" + i, "hello")).containsExactly("");
        }
        assertThat(send(rules, "tenth", "hello")).containsExactly("raid");
    }

    @Test
    void denialsBeginARaidToo() throws Exception {
        RuleSet rules = rules(
                "{'id': 'raid', 'type': 'raid', 'options': {'newSenders': 0, 'denials': 3, 'rules': ["
                        + "{'id': 'strict', 'type': 'length', 'options': {'maximum': 3}}]}}, {'id': 'links', 'type': 'links'}");

        assertThat(send(rules, "a", "long enough", "see www.example.com", "see www.example.com",
                "see www.example.com", "long enough", "ok"))
                .containsExactly("", "links", "links", "links", "strict", "");
    }

    @Test
    void strikesAreDenialsByOthersThatDidNotFail() throws Exception {
        RuleSet rules = rules(
                "{'id': 'out', 'type': 'strikes', 'options': {'strikes': 2, 'timeout': 'PT1M'}},"
                        + "{'id': 'links', 'type': 'links'}, {'id': 'broken', 'type': 'test-broken', 'when': {'userId': ['bob']}}");

        assertThat(send(rules, "ann", "see www.example.com", "hello", "www.example.com", "hello", "hello"))
                .containsExactly("links", "", "links", "out", "out");
        assertThat(send(rules, "bob", "a", "b", "c")).containsExactly("broken", "broken", "broken");
        clock.advance(Duration.ofMinutes(1));
        assertThat(send(rules, "ann", "hello")).containsExactly("");
    }

    @Test
    void bansHoldFromTheFileAndFromTheStore() throws Exception {
        RuleSet rules = rules(
                "{'id': 'bans', 'type': 'bans', 'options': {'users': ['eve', 'tim until 2100-01-01T00:00:10Z'],"
                        + "'addresses': ['203.0.113.0/24']}}");
        bans.add(new Ban(Banned.user("mallory"), clock.instant().plusSeconds(5), ""));

        assertThat(send(rules, "eve", "a")).containsExactly("bans");
        assertThat(send(rules, "tim", "a")).containsExactly("bans");
        assertThat(send(rules, "mallory", "a")).containsExactly("bans");
        assertThat(send(rules, "ann", "a")).containsExactly("");
        assertThat(by(rules, "ann", "203.0.113.9", ROOM)).isEqualTo("bans");
        clock.advance(Duration.ofSeconds(10));
        assertThat(send(rules, "tim", "a")).containsExactly("");
        assertThat(send(rules, "mallory", "a")).containsExactly("");
    }

    private RuleSet rules(String rules) throws Exception {
        RuleServices services = name -> {
            throw new IOException("no file " + name);
        };
        RuleFactory broken = new RuleFactory() {
            @Override
            public String type() {
                return "test-broken";
            }

            @Override
            public dev.usher.review.ReviewRule create(RuleOptions options, RuleServices unused) {
                return dev.usher.review.ReviewRule.bounded((request, deadline) -> {
                    throw new IllegalStateException("broken");
                });
            }
        };
        return new RulesFile(RuleFactories.with(List.of(broken)),
                services.with(new State(counters, bans), clock),
                RuleSet.Defaults.STANDARD)
                .read(("{\"version\": 1, \"rules\": [" + rules.replace('\'', '"') + "]}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The deciding rule of each; empty where the message passed. */
    private List<String> send(RuleSet rules, String userId, String... contents) {
        List<String> deciding = new ArrayList<>();
        for (String content : contents) {
            deciding.add(deciding(rules, request(userId, "192.0.2.1", ROOM, content)));
        }
        return deciding;
    }

    private String by(RuleSet rules, String userId, String ip, RoomArn room) {
        return deciding(rules, request(userId, ip, room, "hello"));
    }

    private String deciding(RuleSet rules, ReviewRequest request) {
        ReviewReport report = rules.chainFor(request.roomArn()).review(request,
                Deadline.after(Duration.ofSeconds(10), clock));
        String rule = report.decidingRule();
        return rule == null ? "" : rule;
    }

    private static ReviewRequest request(String userId, String ip, RoomArn room, String content) {
        return new ReviewRequest(Message.of(content), "AbCdEf123456", room, new Sender(userId, ip, Map.of()));
    }
}
