// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.page.RulesDesk.RuleFault;
import dev.usher.config.RuleSet;
import dev.usher.state.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RulesInForceTest {
    private static final String MASKS_THEN_LINKS = """
            {"version": 1, "rules": [
              {"id": "words", "type": "blocked-words", "options": {"words": ["darn"], "action": "mask"}},
              {"id": "links", "type": "links", "mode": "observe"}]}
            """;
    private static final byte[] EVENT = SyntheticEvent.of("darn, see http://example.com", SyntheticEvent.ROOM,
            1);

    @TempDir private Path folder;

    @Test
    void explainsEachRuleWithItsPlaces() throws Exception {
        RulesInForce rules = rules(MASKS_THEN_LINKS);
        assertThat(text(rules.handle(EVENT))).contains("\"ReviewResult\":\"ALLOW\"").doesNotContain("darn");
        assertThat(text(rules.explain(EVENT)).replaceAll("\"micros\":\\d+", "\"micros\":0")).startsWith(
                "{\"steps\":[{\"rule\":\"words\",\"verdict\":\"EDIT\",\"micros\":0,\"spans\":[[0,4]],\"note\":")
                .contains("{\"rule\":\"links\",\"verdict\":\"DENY\",\"micros\":0,\"spans\":[[10,28]],"
                        + "\"note\":\"observes only; link\"}");
        assertThat(text(rules.explain(new byte[]{'{'}))).contains("\"rule\":\"(event)\"", "\"failure\":\"");
    }

    @Test
    void tellsEveryFaultWithItsPath() throws Exception {
        RulesInForce rules = rules(MASKS_THEN_LINKS);
        assertThat(rules.check(
                "{\"version\":1,\"rules\":[{\"id\":\"A\",\"type\":\"links\"},{\"id\":\"b\",\"type\":\"nothing\"}]}"))
                .extracting(RuleFault::path).containsExactly("rules[0].id", "rules[1].type");
        assertThat(rules.check("{")).hasSize(1);
        assertThat(rules.check(MASKS_THEN_LINKS)).isEmpty();
    }

    @Test
    void changesAreInForceAtOnceAndSavedOnlyWhereThatIsAskedFor() throws Exception {
        Path file = folder.resolve("rules.json");
        RulesInForce rules = rules(MASKS_THEN_LINKS);
        String none = "{\"version\":1,\"rules\":[]}";
        rules.apply(none);
        assertThat(text(rules.handle(EVENT))).contains("darn");
        assertThat(rules.rules()).isEqualTo(none);
        assertThat(file).hasContent(MASKS_THEN_LINKS);
        rules.save(none);
        assertThat(file).hasContent(none);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void explainingCountsNothing() throws Exception {
        RulesInForce rules = rules("{\"version\":1,\"rules\":[{\"id\":\"flood\",\"type\":\"rate-limit\","
                + "\"options\":{\"messages\":2,\"window\":\"PT1H\"}}]}");
        for (int i = 0; i < 3; i++) {
            String verdict = i < 2 ? "PASS" : "DENY";
            assertThat(text(rules.handle(EVENT)))
                    .contains("\"ReviewResult\":\"" + (i < 2 ? "ALLOW" : "DENY"));
            assertThat(text(rules.explain(EVENT))).contains("\"verdict\":\"" + verdict);
            assertThat(text(rules.explain(EVENT))).contains("\"verdict\":\"" + verdict);
        }
    }

    @Test
    void theShippedRulesHaveNoFile() throws Exception {
        RulesInForce rules = RulesInForce.of(null, RuleSet.Defaults.STANDARD, State.inMemory(),
                decision -> {});
        assertThat(rules.check(rules.rules())).isEmpty();
        assertThatThrownBy(() -> rules.save(rules.rules())).hasMessageContaining("start with --rules FILE");
    }

    private RulesInForce rules(String text) throws Exception {
        return RulesInForce.of(Files.writeString(folder.resolve("rules.json"), text),
                RuleSet.Defaults.STANDARD, State.inMemory(), decision -> {});
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
