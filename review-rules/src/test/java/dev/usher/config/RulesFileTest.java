// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.review.Deadline;
import dev.usher.review.Message;
import dev.usher.review.Mode;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;
import dev.usher.review.ReviewRule;
import dev.usher.review.RoomArn;
import dev.usher.review.Sender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class RulesFileTest {
    private static final RuleServices NO_FILES = name -> {
        throw new IOException("no file " + name);
    };
    private static final RoomArn ROOM = new RoomArn(
            "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456");

    @Test
    void rulesStandInTheOrderOfTheFile() throws RulesException {
        RuleSet rules = read(
                """
                        {"version": 1, "rules": [{"id": "brief", "type": "length"},
                          {"id": "flood", "type": "test", "mode": "observe", "fallbackResult": "ALLOW", "description": "later",
                           "options": {"window": "PT5S"}, "unless": {"senderAttribute": {"role": ["moderator", "admin"]}}}]}""");

        assertThat(rules.chainFor(ROOM).ruleIds()).containsExactly("brief", "flood");
        assertThat(rules.lines()).containsExactly(
                new RuleLine("default", "brief", "length", Mode.ENFORCE, ReviewResult.DENY, ""),
                new RuleLine("default", "flood", "test", Mode.OBSERVE, ReviewResult.ALLOW,
                        "unless role is moderator or admin"));
    }

    @Test
    void conditionsDecideForWhomARuleIs() throws RulesException {
        RuleSet rules = read("""
                {"version": 1, "rules": [{"id": "a", "type": "test", "when": {"userId": ["ann", "bob"]},
                  "unless": {"senderAttribute": {"role": ["moderator"]}}}]}""");

        assertThat(result(rules, "ann", Map.of())).isEqualTo(ReviewResult.DENY);
        assertThat(result(rules, "eve", Map.of())).isEqualTo(ReviewResult.ALLOW);
        assertThat(result(rules, "bob", Map.of("role", "moderator"))).isEqualTo(ReviewResult.ALLOW);
        assertThat(rules.lines().getFirst().condition())
                .isEqualTo("when userId is ann or bob, unless role is moderator");
    }

    @Test
    void roomsGoByTheirArnThenTheirIdThenTheDefault() throws RulesException {
        RuleSet rules = read(
                """
                        {"version": 1, "chains": {"default": [], "strict": [{"id": "s", "type": "length"}],
                          "kids": [{"id": "k", "type": "length"}]},
                         "rooms": {"arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456": "strict", "AbCdEf123456": "kids"}}""");

        assertThat(rules.chainFor(ROOM).ruleIds()).containsExactly("s");
        assertThat(rules.chainFor(room("eu-west-1:123456789012:room/AbCdEf123456")).ruleIds())
                .containsExactly("k");
        assertThat(rules.chainFor(room("eu-west-1:123456789012:room/XbCdEf123456")).ruleIds()).isEmpty();
    }

    @Test
    void twoChainsMayUseOneId() throws RulesException {
        RuleSet rules = read(
                """
                        {"version": 1, "chains": {"default": [{"id": "a", "type": "length"}], "b": [{"id": "a", "type": "length"}]}}""");

        assertThat(rules.lines()).extracting(RuleLine::chain).containsExactly("default", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            []|$: expected an object, found an array
            {"rules": []}|version: expected 1, found nothing
            {"version": 2, "rules": []}|version: expected 1, found 2
            {"version": 1}|$: expected either "rules" or "chains"
            {"version": 1, "rules": [], "chains": {}}|$: expected either "rules" or "chains"
            {"version": 1, "rules": {}}|rules: expected an array, found an object
            {"version": 1, "rules": [], "rule": 1}|rule: unknown; known here: $schema, version, rules, chains, rooms
            {"version": 1, "chains": {"a": []}}|chains.default: expected a chain for the rooms that are not named, found nothing
            {"version": 1, "chains": {"default": 1}}|chains.default: expected an array, found 1
            {"version": 1, "rules": [], "rooms": {"x": "y"}}|rooms.x: expected the name of a chain: default, found "y"
            {"version": 1, "rules": [], "rooms": {"arn:aws:x": "default"}}|rooms["arn:aws:x"]: no room's ARN or id
            {"version": 1, "rules": [], "rooms": {"x": 1}}|rooms.x: expected a string, found 1
            """)
    void faultsOfTheFileNameTheirPlace(String file, String fault) {
        assertThat(faults(file)).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            5|rules[0]: expected an object, found 5
            {"type": "length"}|rules[0].id: expected a string, found nothing
            {"id": "Ab", "type": "length"}|rules[0].id: expected kebab-case such as blocked-words, found "Ab"
            {"id": "a--b", "type": "length"}|rules[0].id: expected kebab-case such as blocked-words, found "a--b"
            {"id": "a"}|rules[0].type: expected a string, found nothing
            {"id": "a", "type": "length", "colour": 1}|rules[0].colour: unknown; known here: id, type, description, mode, fallbackResult, when, unless, options
            {"id": "a", "type": "length", "mode": "off"}|rules[0].mode: expected one of enforce, observe, found "off"
            {"id": "a", "type": "length", "mode": "ENFORCE"}|rules[0].mode: expected one of enforce, observe, found "ENFORCE"
            {"id": "a", "type": "length", "fallbackResult": "allow"}|rules[0].fallbackResult: expected one of ALLOW, DENY, found "allow"
            {"id": "a", "type": "length", "description": 1}|rules[0].description: expected a string, found 1
            {"id": "a", "type": "length", "when": {}}|rules[0].when: says nothing; expected one of userId, senderAttribute
            {"id": "a", "type": "length", "unless": {"userId": []}}|rules[0].unless.userId: expected at least one value
            {"id": "a", "type": "length", "unless": {"userId": "ann"}}|rules[0].unless.userId: expected an array, found "ann"
            {"id": "a", "type": "length", "unless": {"senderAttribute": {"role": [1]}}}|rules[0].unless.senderAttribute.role[0]: expected a string that is not empty, found 1
            {"id": "a", "type": "length", "unless": {"userId": ["x"], "ip": ["1"]}}|rules[0].unless.ip: unknown; known here: userId, senderAttribute
            {"id": "a", "type": "length", "options": []}|rules[0].options: expected an object, found an array
            {"id": "a", "type": "length", "options": {"max": 3}}|rules[0].options.max: unknown; known here: maximum, action, reason, attribute
            {"id": "a", "type": "length", "options": {"maximum": 501}}|rules[0].options.maximum: expected a whole number from 1 to 500, found 501
            {"id": "a", "type": "length", "options": {"action": "mask"}}|rules[0].options.action: expected one of deny, remove, annotate, found "mask"
            {"id": "a", "type": "test", "options": {"name": 1}}|rules[0].options.name: expected a string, found 1
            {"id": "a", "type": "test", "options": {"names": ["x", ""]}}|rules[0].options.names[1]: expected a string that is not empty, found ""
            {"id": "a", "type": "test", "options": {"lists": {"x": []}}}|rules[0].options.lists.x: expected at least one value
            {"id": "a", "type": "test", "options": {"flag": "yes"}}|rules[0].options.flag: expected true or false, found "yes"
            {"id": "a", "type": "test", "options": {"count": 1.5}}|rules[0].options.count: expected a whole number from 0 to 9, found 1.5
            {"id": "a", "type": "test", "options": {"share": 2}}|rules[0].options.share: expected a number from 0.0 to 1.0, found 2
            {"id": "a", "type": "test", "options": {"colour": "darkBlue"}}|rules[0].options.colour: expected one of red, dark-blue, found "darkBlue"
            {"id": "a", "type": "test", "options": {"window": "PT0S"}}|rules[0].options.window: expected an ISO-8601 duration such as PT10S, found "PT0S"
            {"id": "a", "type": "test", "options": {"window": 10}}|rules[0].options.window: expected an ISO-8601 duration such as PT10S, found 10
            {"id": "a", "type": "test", "options": {"window": null}}|rules[0].options.window: expected an ISO-8601 duration such as PT10S, found null
            {"id": "a", "type": "links", "options": {"allow": ["x.com", "http://y.com"]}}|rules[0].options.allow[1]: expected a domain such as example.com, found "http://y.com"
            {"id": "a", "type": "links", "options": {"allow": ["x.com"], "deny": ["x.com"]}}|rules[0].options.deny[0]: "x.com" is in "allow" too
            {"id": "a", "type": "links", "options": {"bareTlds": ["x"]}}|rules[0].options.bareTlds[0]: expected a top-level domain such as me, found "x"
            {"id": "a", "type": "links", "options": {"others": "deny"}}|rules[0].options.others: expected one of find, pass, found "deny"
            {"id": "a", "type": "scripts"}|rules[0].options.allow: expected at least one Unicode script such as Latin
            {"id": "a", "type": "scripts", "options": {"allow": ["latin", "Elvish"]}}|rules[0].options.allow[1]: expected a Unicode script such as Latin or Greek, found "Elvish"
            {"id": "a", "type": "senders"}|rules[0].options.userId: expected at least one user id, or a "senderAttribute"
            {"id": "a", "type": "pattern"}|rules[0].options.patterns: expected 1 to 50 patterns, found 0
            {"id": "a", "type": "pattern", "options": {"patterns": ["a", "(?=b)"]}}|rules[0].options.patterns[1]: no pattern of RE2, which has no look-around and no back-references: invalid or unsupported Perl syntax at "(?="
            {"id": "a", "type": "pattern", "options": {"patterns": ["(a)\\\\1"]}}|rules[0].options.patterns[0]: no pattern of RE2, which has no look-around and no back-references: invalid escape sequence at "\\1"
            """)
    void faultsOfARuleNameTheirPlace(String rule, String fault) {
        assertThat(faults("{\"version\": 1, \"rules\": [" + rule + "]}")).containsExactly(fault);
    }

    @Test
    void aFaultSaysWhatWasExpectedAndWhatWasFound() {
        assertThatThrownBy(() -> read("""
                {"version": 1, "rules": [{"id": "a", "type": "length"},
                  {"id": "b", "type": "test", "options": {"window": "ten seconds"}}]}"""))
                .isInstanceOf(RulesException.class)
                .hasMessage(
                        "rules[1].options.window: expected an ISO-8601 duration such as PT10S, found \"ten seconds\"");
    }

    @Test
    void allFaultsAreFoundAtOnce() {
        assertThat(
                faults("""
                        {"version": 3, "extra": 1, "rules": [
                          {"id": "A", "type": "test", "mode": "x", "unless": {}, "options": {"flag": 1, "names": [1, 2], "other": 1}},
                          {"id": "b", "type": "nope"}, 7, {"id": "b", "type": "length"}], "rooms": {"r": "z"}}"""))
                .containsExactly(
                        "extra: unknown; known here: $schema, version, rules, chains, rooms",
                        "version: expected 1, found 3",
                        "rules[0].id: expected kebab-case such as blocked-words, found \"A\"",
                        "rules[0].mode: expected one of enforce, observe, found \"x\"",
                        "rules[0].unless: says nothing; expected one of userId, senderAttribute",
                        "rules[0].options.names[0]: expected a string that is not empty, found 1",
                        "rules[0].options.names[1]: expected a string that is not empty, found 2",
                        "rules[0].options.flag: expected true or false, found 1",
                        "rules[0].options.other: unknown; known here: name, names, lists, flag, count, share, colour, window",
                        "rules[1].type: expected one of bans, blocked-words, duplicates, emoji, length, links, mentions, pattern, "
                                + "personal-data, raid, rate-limit, repetition, scripts, senders, shouting, slow-mode, strikes, test, zalgo, found \"nope\"",
                        "rules[2]: expected an object, found 7",
                        "rules[3].id: the id \"b\" is taken in this chain",
                        "rooms.r: expected the name of a chain: default, found \"z\"");
    }

    @Test
    void whatIsNoJsonIsSaidWithItsLine() {
        assertThat(faults("{\"version\": 1,\n rules: []}")).singleElement().asString()
                .startsWith("line 2, column 2: ");
        assertThat(faults("")).singleElement().asString().contains("expected a value");
    }

    @Test
    void aFactoryThatRefusesIsAFaultOfTheRule() throws RulesException {
        RuleFactory refusing = new RuleFactory() {
            @Override
            public String type() {
                return "refusing";
            }

            @Override
            public ReviewRule create(RuleOptions options, RuleServices services) {
                throw new IllegalStateException("not today");
            }
        };

        assertThat(catchThrowableOfType(RulesException.class, () -> read(
                "{\"version\": 1, \"rules\": [{\"id\": \"a\", \"type\": \"refusing\"}]}", refusing)).faults())
                .containsExactly("rules[0]: not today");
    }

    @Test
    void aTypeTakenTwiceIsAFault() {
        assertThatThrownBy(() -> RuleFactories.with(List.of(new TestFactory("length"))))
                .isInstanceOf(RulesException.class)
                .hasMessage("dev.usher.config.TestFactory: the type \"length\" is taken");
        assertThatThrownBy(() -> RuleFactories.with(List.of(new TestFactory("a"), new TestFactory("a"))))
                .isInstanceOf(RulesException.class)
                .hasMessage("dev.usher.config.TestFactory: the type \"a\" is taken");
    }

    @Test
    void everyBuiltInTypeHasItsFactory() throws RulesException {
        for (String type : BuiltIn.TYPES) {
            assertThat(BuiltIn.factory(type)).as(type).isNotNull()
                    .satisfies(factory -> assertThat(factory.type()).isEqualTo(type));
        }
        assertThat(RuleFactories.with(List.of()).types()).isSorted().containsExactlyElementsOf(BuiltIn.TYPES);
    }

    private static RoomArn room(String rest) {
        return new RoomArn("arn:aws:ivschat:" + rest);
    }

    private static ReviewResult result(RuleSet rules, String userId, Map<String, String> attributes) {
        return rules.chainFor(ROOM)
                .review(new ReviewRequest(Message.of("hi"), "m", ROOM, new Sender(userId, "", attributes)),
                        Deadline.after(Duration.ofSeconds(10)))
                .result();
    }

    private static List<String> faults(String file) {
        return catchThrowableOfType(RulesException.class, () -> read(file)).faults();
    }

    private static RuleSet read(String file) throws RulesException {
        return read(file, new TestFactory("test"));
    }

    private static RuleSet read(String file, RuleFactory factory) throws RulesException {
        return new RulesFile(RuleFactories.with(List.of(factory)), NO_FILES, RuleSet.Defaults.STANDARD)
                .read(file.getBytes(StandardCharsets.UTF_8));
    }
}
