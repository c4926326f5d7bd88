// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.config.RuleSet;
import dev.usher.review.ReviewResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules that a cold start makes by code are those of {@code rules.json}, in every option. */
final class ShippedRulesTest {
    @Test
    void theCodeSaysWhatTheFileSays() throws Exception {
        RuleSet.Defaults defaults = new RuleSet.Defaults(ReviewResult.ALLOW, 321);
        assertThat(RuleSet.shipped(defaults)).usingRecursiveComparison().withStrictTypeChecking()
                .isEqualTo(MessageReviewer.shippedRules(defaults));
    }

    @Test
    void anotherOptionWouldBeSeen() throws Exception {
        RuleSet.Defaults defaults = RuleSet.Defaults.STANDARD;
        RuleSet other = RuleSet.shipped(new RuleSet.Defaults(ReviewResult.DENY, 499));
        assertThat(other).usingRecursiveComparison()
                .isNotEqualTo(MessageReviewer.shippedRules(defaults));
    }
}
