// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import dev.usher.review.Message;
import dev.usher.review.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ActionTest {
    private static final List<Match> MATCHES = List.of(new Match(3, 6, "link"));

    @Test
    void denyGivesItsReasonAndTheFinds() {
        assertThat(Action.deny("No links.").apply(Message.of("go bad"), MATCHES))
                .isEqualTo(new Verdict.Deny("No links.", MATCHES));
    }

    @Test
    void maskEditsTheContentAndKeepsTheAttributes() {
        assertThat(Action.mask().apply(new Message("go bad", Map.of("a", "b")), MATCHES))
                .isEqualTo(new Verdict.Edit(new Message("go ***", Map.of("a", "b")), MATCHES));
    }

    @Test
    void removeDeniesWhereNothingToReadIsLeft() {
        assertThat(Action.remove("Empty.").apply(Message.of("go bad"), MATCHES))
                .isEqualTo(new Verdict.Edit(Message.of("go"), MATCHES));
        assertThat(Action.remove("Empty.").apply(Message.of("   bad \u3000"), MATCHES))
                .isEqualTo(new Verdict.Deny("Empty.", MATCHES));
        assertThat(Action.remove("Empty.").apply(Message.of("\u200B\u00A0 bad"), MATCHES))
                .isInstanceOf(Verdict.Deny.class);
    }

    @Test
    void annotateListsEachKindOnce() {
        List<Match> matches = List.of(new Match(0, 1, "link"), new Match(1, 2, "email"),
                new Match(2, 3, "link"));

        assertThat(Action.annotate("usher").apply(Message.of("abc"), matches))
                .isEqualTo(new Verdict.Edit(new Message("abc", Map.of("usher", "link,email")), matches));
    }

    @Test
    void annotateAddsToWhatIsThere() {
        Action annotate = Action.annotate("usher");

        assertThat(annotated(annotate, "email")).isEqualTo("email,link");
        assertThat(annotated(annotate, "link")).isEqualTo("link");
        assertThat(annotated(annotate, "hyperlink")).isEqualTo("hyperlink,link");
        assertThat(annotated(annotate, "")).isEqualTo("link");
    }

    private static String annotated(Action annotate, String before) {
        Verdict verdict = annotate.apply(new Message("abc def", Map.of("usher", before)), MATCHES);
        return ((Verdict.Edit) verdict).message().attributes().getOrDefault("usher", "");
    }
}
