// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a local chat remembers from one message to the next, and what follows. */
@Timeout(60)
final class ChatMemoryTest {
    private static final String BANS_AND_LINKS = "{\"version\":1,\"rules\":[{\"id\":\"bans\",\"type\":\"bans\","
            + "\"options\":{\"maxStale\":\"PT0.05S\"}},{\"id\":\"links\",\"type\":\"links\"}]}";
    private static final String POLICY = "{\"version\":1,\"triggers\":[{\"id\":\"links\",\"rules\":[\"links\"],"
            + "\"denials\":3,\"within\":\"PT10M\",\"actions\":[{\"type\":\"ban\",\"for\":\"PT1H\"},"
            + "{\"type\":\"disconnect\",\"reason\":\"No links, please.\"}]}]}";
    private static final String RATE = "{\"version\":1,\"rules\":[{\"id\":\"flood\",\"type\":\"rate-limit\","
            + "\"options\":{\"messages\":2,\"window\":\"PT1H\"}}]}%s";
    private static final String RAID = "{\"version\":1,\"rules\":[{\"id\":\"raid\",\"type\":\"raid\",\"options\":"
            + "{\"newSenders\":0,\"denials\":2,\"window\":\"PT0.5S\",\"duration\":\"PT1S\",\"rules\":["
            + "{\"id\":\"raid-words\",\"type\":\"blocked-words\",\"options\":{\"words\":[\"darn\"],\"action\":\"mask\"}}]}},"
            + "{\"id\":\"links\",\"type\":\"links\"}]}";
    private static final String LINK = "see http://evil.example";

    @TempDir private Path folder;

    @Test
    void whoeverIsRefusedTooOftenIsDisconnectedAndBanned() throws Exception {
        try (LiveChat chat = new LiveChat("--room", "demo", "--rules", file("rules.json", BANS_AND_LINKS),
                "--enforce", file("policy.json", POLICY))) {
            assertThat(chat.out()).contains("enforced by " + folder.resolve("policy.json"));
            try (Guest eve = new Guest(chat.endpoint(), "eve");
                    Guest bob = new Guest(chat.endpoint(), "bob")) {
                bob.say("hello", "bob: hello");
                eve.say(LINK, "406 [^!]*Links");
                eve.say(LINK, "(?s)406 .*406 [^!]*Links");
                eve.say(LINK, "(?s)No links, please");
                bob.sees("(?s)DISCONNECT_USER.*eve|eve.*No links, please");
            }
            assertThat(chat.sayAs("eve", "I am back")).containsExactly(
                    "! 406 Rejected by message review: You cannot write in this room.  <- I am back");
            assertThat(chat.say(LINK, "hello")).anyMatch(line -> line.startsWith("! 406"))
                    .contains("ann: hello");
        }
    }

    @Test
    void countsOutliveAChangeOfTheRules() throws Exception {
        String rules = file("rules.json", RATE.formatted(""));
        try (LiveChat chat = new LiveChat("--room", "demo", "--rules", rules)) {
            assertThat(chat.say("one", "two")).containsExactly("ann: one", "ann: two");
            Files.writeString(Path.of(rules), RATE.formatted("\n"));
            chat.errWith("is in force");
            assertThat(chat.say("three")).first().asString().startsWith("! 406 Rejected by message review: ");
        }
    }

    @Test
    void aGuardedRoomHasStricterRulesForAWhile() throws Exception {
        try (LiveChat chat = new LiveChat("--room", "demo", "--rules", file("rules.json", RAID))) {
            assertThat(chat.say("darn")).containsExactly("ann: darn");
            eventually(() -> chat.sayAs("eve", LINK, LINK, LINK, "darn"),
                    lines -> lines.get(3).startsWith("eve: ****"));
            eventually(() -> chat.say("darn"), List.of("ann: darn")::equals);
        }
    }

    @Test
    void whatIsWrongWithAPolicyIsToldWithItsPath() throws Exception {
        Run run = Run.of("", "chat", "--port", "0", "--enforce",
                file("policy.json", POLICY.replace(":3,", ":0,")));

        assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
        assertThat(run.err()).contains("triggers[0].denials: expected");
        assertThat(Run.of("", "chat", "--enforce", "nowhere.json").err())
                .contains("--enforce: nowhere.json: no such file");
        assertThat(Run.of("", "chat", "--dynamodb-endpoint", "http://localhost:1").err())
                .contains("give --state-table");
    }

    @Test
    void bansInTheTableShutOutAndTheEnforcersAreThere() throws Exception {
        DynamoDbLocal dynamoDb = DynamoDbLocal.shared();
        String table = dynamoDb.table();
        try (LiveChat chat = new LiveChat("--room", "demo", "--rules", file("rules.json", BANS_AND_LINKS),
                "--enforce", file("policy.json", POLICY), "--state-table", table, "--dynamodb-endpoint",
                dynamoDb.endpoint())) {
            eventually(() -> chat.sayAs("mal", "hello"), List.of("mal: hello")::equals);
            assertThat(dynamoDb.bans("add", table, "--user", "mal").exit()).isZero();
            eventually(() -> chat.sayAs("mal", "hello"), lines -> lines.get(0).contains("You cannot write"));
            assertThat(dynamoDb.bans("remove", table, "--user", "mal")).isEqualTo(new Run(0, "", ""));
            eventually(() -> chat.sayAs("mal", "hello"), List.of("mal: hello")::equals);

            eventually(() -> chat.sayAs("eve", LINK, LINK, LINK),
                    lines -> dynamoDb.bans("list", table).out().startsWith("user\teve\t"));
            eventually(() -> chat.sayAs("eve", "hello"), lines -> lines.get(0).contains("You cannot write"));
        }
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static <T> T eventually(Supplier<T> what, java.util.function.Predicate<T> wanted) {
        T found = what.get();
        while (!wanted.test(found)) { // the test's time-out ends it
            Thread.onSpinWait();
            found = what.get();
        }
        return found;
    }
}
