// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.review.Deadline;
import dev.usher.review.Message;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;
import dev.usher.review.RoomArn;
import dev.usher.review.Sender;
import dev.usher.state.MemoryBanStore;
import dev.usher.state.MemoryCounterStore;
import dev.usher.state.MovingClock;
import dev.usher.state.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 200 ordinary users chat for three minutes, then 500 accounts paste one text with small changes, 50 a second for a minute,
 * beside them, by the example's rules and a clock that is moved. The figures of docs/STATE.md.
 */
final class SimulatedRaidTest {
    private static final Path FILE = Path.of(System.getProperty("usher.root", ".."), "examples", "crowd",
            "rules.json");
    private static final RoomArn ROOM = new RoomArn(
            "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456");
    private static final String[] WORDS = ("the a that this match game goal team player save keeper half minute what how why great nice bad"
            + " good never always again stream chat hello everyone tonight last first second so much really think saw did was"
            + " is not no yes maybe they we you he she it corner shot pass ball ref card time score win lose draw song music"
            + " camera audio volume louder quiet please thanks love hate wow crazy same here there when where who watch play")
            .split(" ");
    private static final String TEXT = "join the new server for free coins and skins right now";

    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @CsvSource({"1, true", "2, false"})
    void mostOfARaidIsStoppedAndOrdinaryUsersChatOn(long seed, boolean denyNewSenders) throws Exception {
        Random random = new Random(seed);
        String file = Files.readString(FILE).replace("\"newSenders\": 30",
                "\"newSenders\": 30, \"denyNewSenders\": " + denyNewSenders);
        RuleSet rules = RuleSet.read(file.getBytes(StandardCharsets.UTF_8), RuleServices.beside(FILE)
                .with(new State(new MemoryCounterStore(clock, 65_536), new MemoryBanStore(clock)), clock),
                RuleSet.Defaults.STANDARD);
        int passed = 0;
        int raid = 0;
        int refused = 0;
        int ordinary = 0;
        int lastOfFirstPassed = -1;
        boolean running = true;
        Map<String, Integer> byRule = new TreeMap<>();
        for (int tick = 0; tick < 240 * 50; tick++) { // fifty a second, for four minutes
            clock.advance(Duration.ofMillis(20));
            if (random.nextInt(5) == 0) { // ten a second of 200 users: one in twenty seconds each
                ReviewReport report = review(rules, "user" + random.nextInt(200), chatter(random));
                if (tick >= 180 * 50) {
                    ordinary++;
                    if (report.result() == ReviewResult.DENY) {
                        refused++;
                        byRule.merge("ordinary by " + report.decidingRule(), 1, Integer::sum);
                    }
                }
            }
            if (tick >= 180 * 50) {
                raid++;
                ReviewReport report = review(rules, "raider" + random.nextInt(500), variant(random));
                if (report.result() == ReviewResult.ALLOW) {
                    passed++;
                    lastOfFirstPassed = running ? raid : lastOfFirstPassed;
                } else {
                    running &= raid - Math.max(0, lastOfFirstPassed) < 5;
                    byRule.merge("raid by " + report.decidingRule(), 1, Integer::sum);
                }
            }
        }
        System.out.printf(
                "raid, seed %d, new senders %s: %d of %d stopped (%.1f %%), last of the first to pass at"
                        + " %.2f s; ordinary users refused %d of %d (%.2f %%); %s%n",
                seed, denyNewSenders ? "refused" : "let in",
                raid - passed, raid, 100.0 * (raid - passed) / raid, lastOfFirstPassed / 50.0, refused,
                ordinary,
                100.0 * refused / ordinary, byRule);
        assertThat((double) passed / raid).isLessThan(denyNewSenders ? 0.05 : 0.3);
        assertThat((double) refused / ordinary).isLessThan(0.02);
    }

    private ReviewReport review(RuleSet rules, String userId, String content) {
        return rules.chainFor(ROOM).review(new ReviewRequest(Message.of(content), "AbCdEf123456", ROOM,
                new Sender(userId, "", Map.of())), Deadline.after(Duration.ofSeconds(10), clock));
    }

    private static String chatter(Random random) {
        StringBuilder text = new StringBuilder();
        for (int words = 2 + random.nextInt(8); words > 0; words--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(words == 1 ? "" : " ");
        }
        return random.nextInt(10) == 0 ? "gg" : text.toString();
    }

    /** The text with one of the changes that raiders' scripts make. */
    private static String variant(Random random) {
        int at = random.nextInt(TEXT.length());
        return switch (random.nextInt(5)) {
            case 0 -> TEXT;
            case 1 -> TEXT + " " + Integer.toString(random.nextInt(1_000_000), 36);
            case 2 -> TEXT.substring(0, at) + (char) ('a' + random.nextInt(26)) + TEXT.substring(at);
            case 3 -> TEXT.substring(0, at) + TEXT.substring(at).toUpperCase(java.util.Locale.ROOT) + "!!!";
            default -> "@" + WORDS[random.nextInt(WORDS.length)] + " " + TEXT;
        };
    }
}
