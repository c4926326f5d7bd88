// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.config.RuleServices;
import dev.usher.config.RuleSet;
import dev.usher.review.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class CanaryTest {
    private static final String FAILING = """
            { "version": 1, "rules": [ { "id": "faulty", "type": "faulty" } ] }
            """;

    private final MessageReviewer reviewer = reviewer();

    @ParameterizedTest
    @ValueSource(strings = {"usher-canary a", "usher-canary 0-9-Zz",
        "usher-canary aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void isRefusedWithItselfAsTheReason(String content) throws IOException {
        JsonNode response = answer(content);
        assertThat(response.get("ReviewResult").textValue()).isEqualTo("DENY");
        assertThat(response.at("/Attributes/Reason").textValue()).isEqualTo(content);
    }

    @Test
    void noRuleHasItsTurn() {
        Decision decision = reviewer.review(Events.of("usher-canary throw"), deadline());
        assertThat(decision).isInstanceOfSatisfying(Decision.Reviewed.class, reviewed -> {
            assertThat(reviewed.report().steps()).hasSize(1);
            assertThat(reviewed.report().decidingRule()).isEqualTo("usher-canary");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"usher-canary", "usher-canary ", "usher-canary  a", "Usher-canary a",
        " usher-canary a",
        "usher-canary a b", "usher-canary a\\n", "usher-canary \\u00e9", "usher-canary a_b",
        "usher-canary aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void anythingElseIsAMessage(String content) throws IOException {
        assertThat(answer(content).get("ReviewResult").textValue()).isEqualTo("ALLOW");
    }

    private JsonNode answer(String content) throws IOException {
        return Events.tree(new String(reviewer.review(Events.of(content), deadline()).response(),
                StandardCharsets.UTF_8));
    }

    private static Deadline deadline() {
        return Deadline.after(Duration.ofSeconds(5));
    }

    private static MessageReviewer reviewer() {
        RuleSet.Defaults defaults = Settings.fromEnvironment(java.util.Map.of()).ruleDefaults();
        RuleServices noFiles = name -> {
            throw new IOException("no " + name);
        };
        try {
            return new MessageReviewer(
                    RuleSet.read(FAILING.getBytes(StandardCharsets.UTF_8), noFiles, defaults),
                    defaults);
        } catch (dev.usher.config.RulesException faulty) {
            throw new AssertionError(faulty);
        }
    }
}
