// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.review.Deadline;
import dev.usher.review.Message;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;
import dev.usher.review.RoomArn;
import dev.usher.review.Sender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the rules file that ships with the handler does to the messages of a stream. */
final class ShippedRulesTest {
    private static final Path FILE = Path.of(System.getProperty("usher.root", ".."), "handler", "src", "main",
            "resources", "dev", "usher", "handler", "rules.json");
    private static final RoomArn ROOM = new RoomArn(
            "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456");

    @ParameterizedTest
    @ValueSource(strings = {"gg wp, what a match!", "GOOOOOOAL", "ha ha ha",
        "look: https://www.youtube.com/watch?v=1",
        "see e.g.this at 10.30pm, v1.2.3 or node.js", "@ann @bob hi", "😂😂😂", "สวัสดีครับ",
        "السَّلَامُ عَلَيْكُمْ", "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "WHAT A GOAL THAT WAS UNBELIEVABLE STUFF", "3:2 in 90 minutes for $1,000"})
    void ordinaryMessagesPassUnchanged(String content) throws Exception {
        ReviewReport report = review(content, Map.of());

        assertThat(report.result()).isEqualTo(ReviewResult.ALLOW);
        assertThat(report.message().content()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free skins at evil.com", "evil dot com", "join discord.gg/abc",
        "ev\u200Bil.com"})
    void spamIsDeniedWithAReason(String content) throws Exception {
        ReviewReport report = review(content, Map.of());

        assertThat(report.result()).isEqualTo(ReviewResult.DENY);
        assertThat(report.reason()).startsWith("Links aren't allowed").endsWith("link.");
    }

    @Test
    void aCrowdOfMentionsIsDenied() throws Exception {
        assertThat(review("@a @b @c @d @e @f", Map.of()).reason())
                .startsWith("Please mention no more than five");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mail ann@example.com or +44 20 7946 0958|mail *************** or ****************
            nooooooooooooooooooo|noooooooooooo
            go go go go go go go go|go go go go go go
            h\u0301\u0301\u0301\u0301i\u200B you|h\u0301\u0301i you
            """)
    void whatIsTooMuchIsTakenOut(String content, String edited) throws Exception {
        assertThat(review(content, Map.of()).message().content()).isEqualTo(edited);
    }

    @Test
    void moderatorsMayPostLinks() throws Exception {
        assertThat(review("rules: example.com/rules", Map.of("role", "moderator")).result())
                .isEqualTo(ReviewResult.ALLOW);
        assertThat(review("rules: example.com/rules", Map.of("role", "viewer")).result())
                .isEqualTo(ReviewResult.DENY);
    }

    private static ReviewReport review(String content, Map<String, String> senderAttributes)
            throws IOException, RulesException {
        RuleSet rules = RuleSet.read(Files.readAllBytes(FILE), RuleServices.beside(FILE),
                RuleSet.Defaults.STANDARD);
        return rules.chainFor(ROOM).review(new ReviewRequest(Message.of(content), "m", ROOM,
                new Sender("ann", "", senderAttributes)), Deadline.after(Duration.ofSeconds(10)));
    }
}
