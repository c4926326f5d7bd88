// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.usher.review.ReviewResult.ALLOW;
import static dev.usher.review.ReviewResult.DENY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The law of the chain, a sentence a test; what happens at the deadline is in {@link RuleChainDeadlineTest}. */
final class RuleChainTest {
    private static final ReviewRule PASSES = ReviewRule.bounded((request, deadline) -> Verdict.pass());

    private static ReviewRule appends(String text) {
        return ReviewRule.bounded(
                (request, deadline) -> Verdict.edit(request.message().withContent(request.content() + text)));
    }

    private static ReviewRule denies(String reason) {
        return ReviewRule.bounded((request, deadline) -> Verdict.deny(reason));
    }

    private static ReviewReport review(RuleChain.Builder chain) {
        return chain.build().review(Requests.of("hi"), Deadline.after(Duration.ofMinutes(1)));
    }

    @Test
    void rulesRunInOrder() {
        ReviewReport report = review(
                RuleChain.builder().add("one", PASSES).add("two", PASSES).add("three", PASSES));
        assertThat(report.steps()).extracting(Step::ruleId).containsExactly("one", "two", "three");
    }

    @Test
    void anEditFlowsOnToTheNextRule() {
        ReviewReport report = review(RuleChain.builder().add("one", appends("1")).add("two", appends("2")));
        assertThat(report.message().content()).isEqualTo("hi12");
        assertThat(report.isEdited()).isTrue();
        assertThat(report.decidingRule()).isEqualTo("two");
    }

    @Test
    void theFirstDenyEndsTheReview() {
        ReviewReport report = review(
                RuleChain.builder().add("one", PASSES).add("two", denies("no")).add("three",
                        denies("never")));
        assertThat(report.result()).isEqualTo(DENY);
        assertThat(report.reason()).isEqualTo("no");
        assertThat(report.decidingRule()).isEqualTo("two");
        assertThat(report.steps()).hasSize(2);
    }

    @Test
    void otherwiseTheMessageIsAllowedAsLastEdited() {
        ReviewReport report = review(RuleChain.builder().add("one", appends("!")).add("two", PASSES));
        assertThat(report.result()).isEqualTo(ALLOW);
        assertThat(report.reason()).isNull();
        assertThat(report.message()).isEqualTo(Message.of("hi!"));
    }

    @Test
    void aChainWithoutRulesAllows() {
        ReviewReport report = review(RuleChain.builder());
        assertThat(report.result()).isEqualTo(ALLOW);
        assertThat(report.isEdited()).isFalse();
        assertThat(report.decidingRule()).isNull();
    }

    @Test
    void aRuleThatThrowsCountsAsItsFallbackResult() {
        fails(Failure.Cause.THREW, (request, deadline) -> {
            throw new java.io.IOException("secret text of the message");
        });
    }

    @Test
    void theFailureNamesTheExceptionButNotWhatItSays() {
        ReviewReport report = review(
                RuleChain.builder().add("one", ReviewRule.bounded((request, deadline) -> {
                    throw new IllegalStateException("secret text of the message");
                })));
        assertThat(report.steps().getFirst().failure()).isNotNull()
                .extracting(Failure::detail).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void aRuleThatReturnsNullCountsAsItsFallbackResult() {
        fails(Failure.Cause.NO_VERDICT, (request, deadline) -> nothing());
    }

    @SuppressWarnings("NullAway") // what a rule compiled without null checks may do
    private static Verdict nothing() {
        return null;
    }

    @Test
    void aRuleThatOverflowsTheStackCountsAsItsFallbackResult() {
        fails(Failure.Cause.THREW, (request, deadline) -> Verdict.deny("" + endless(1)));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    @Test
    void anErrorOfTheRulesOwnCodeCountsAsItsFallbackResult() {
        fails(Failure.Cause.THREW, (request, deadline) -> {
            throw new NoClassDefFoundError("of.the.rule");
        });
    }

    @Test
    void anEditOf501CodePointsCountsAsTheFallbackResult() {
        fails(Failure.Cause.OVER_LIMIT,
                (request, deadline) -> Verdict.edit(Message.of("\ud83d\ude00".repeat(501))));
    }

    @Test
    void anEditOf500CodePointsIsWithinTheLimits() {
        ReviewRule longest = ReviewRule
                .bounded((request, deadline) -> Verdict.edit(Message.of("\ud83d\ude00".repeat(500))));
        assertThat(review(RuleChain.builder().add("one", longest)).steps().getFirst().failure()).isNull();
    }

    @Test
    void anEditBeyondTheRoomsOwnLimitCountsAsTheFallbackResult() {
        RuleChain.Builder chain = RuleChain.builder().maximumMessageLength(3).add("one", appends("12"));
        assertThat(review(chain).reason()).isEqualTo(RuleChain.NOT_REVIEWED);
    }

    @Test
    void anEditOf1025BytesOfAttributesCountsAsTheFallbackResult() {
        fails(Failure.Cause.OVER_LIMIT, (request, deadline) -> Verdict
                .edit(request.message().withAttribute("k", "\u00e9".repeat(512))));
    }

    @Test
    void anEditOf1024BytesOfAttributesIsWithinTheLimits() {
        ReviewRule largest = ReviewRule.bounded((request, deadline) -> Verdict
                .edit(request.message().withAttribute("kk", "\u00e9".repeat(511))));
        assertThat(review(RuleChain.builder().add("one", largest)).steps().getFirst().failure()).isNull();
    }

    @Test
    void anEditToEmptyTextCountsAsTheFallbackResult() {
        fails(Failure.Cause.OVER_LIMIT, (request, deadline) -> Verdict.edit(Message.of("")));
    }

    /** Runs the failing rule with both fallback results, between two rules that edit, inline and on a worker. */
    private static void fails(Failure.Cause cause, ReviewRule failing) {
        for (ReviewRule rule : List.of(failing, ReviewRule.bounded(failing))) {
            ReviewReport allowed = review(RuleChain.builder().add("before", appends("1"))
                    .add(RuleChain.Entry.of("failing", rule).fallbackResult(ALLOW))
                    .add("after", appends("2")));
            assertThat(allowed.result()).isEqualTo(ALLOW);
            assertThat(allowed.message().content()).isEqualTo("hi12");
            assertFailed(allowed.steps().get(1), cause, Verdict.pass());

            ReviewReport denied = review(RuleChain.builder().add("before", appends("1"))
                    .add(RuleChain.Entry.of("failing", rule).fallbackResult(DENY))
                    .add("after", appends("2")));
            assertThat(denied.result()).isEqualTo(DENY);
            assertThat(denied.reason()).isEqualTo(RuleChain.NOT_REVIEWED);
            assertThat(denied.steps()).hasSize(2);
            assertFailed(denied.steps().get(1), cause, Verdict.deny(RuleChain.NOT_REVIEWED));
        }
    }

    private static void assertFailed(Step step, Failure.Cause cause, Verdict countsAs) {
        assertThat(step.failure()).isNotNull().extracting(Failure::cause).isEqualTo(cause);
        assertThat(step.verdict()).isEqualTo(countsAs);
    }

    @Test
    void aRuleWithoutAFallbackResultTakesTheChains() {
        ReviewRule throwing = ReviewRule.bounded((request, deadline) -> {
            throw new IllegalStateException();
        });
        assertThat(review(RuleChain.builder().fallbackResult(ALLOW).add("one", throwing)).result())
                .isEqualTo(ALLOW);
        assertThat(review(RuleChain.builder().fallbackResult(DENY).add("one", throwing)).result())
                .isEqualTo(DENY);
        assertThat(review(RuleChain.builder().add("one", throwing)).result()).isEqualTo(DENY);
    }

    @Test
    void anObservedRuleIsReportedAndChangesNothing() {
        ReviewReport report = review(
                RuleChain.builder().add(RuleChain.Entry.of("one", appends("1")).observe())
                        .add(RuleChain.Entry.of("two", denies("no")).observe()).add("three", PASSES));
        assertThat(report.result()).isEqualTo(ALLOW);
        assertThat(report.message().content()).isEqualTo("hi");
        assertThat(report.isEdited()).isFalse();
        assertThat(report.steps().get(1).verdict()).isEqualTo(Verdict.deny("no"));
        assertThat(report.steps()).extracting(Step::tookEffect).containsExactly(false, false, false);
    }

    @Test
    void anObservedRulesFailureIsReportedAndChangesNothing() {
        ReviewReport report = review(RuleChain.builder()
                .add(RuleChain.Entry.of("one", (request, deadline) -> nothing()).observe()
                        .fallbackResult(DENY)));
        assertThat(report.result()).isEqualTo(ALLOW);
        assertThat(report.steps().getFirst().failure()).isNotNull();
    }

    @Test
    void unlessPassesThoseThatMeetTheCondition() {
        ReviewRule rule = denies("no").unless(request -> request.sender().userId().equals("ann"));
        assertThat(review(RuleChain.builder().add("one", rule)).result()).isEqualTo(ALLOW);
        assertThat(review(RuleChain.builder().add("one", denies("no").unless(request -> false))).result())
                .isEqualTo(DENY);
    }

    @Test
    void whenPassesThoseThatDoNotMeetTheCondition() {
        assertThat(review(RuleChain.builder().add("one", denies("no").when(request -> false))).result())
                .isEqualTo(ALLOW);
        assertThat(review(RuleChain.builder().add("one", denies("no").when(request -> true))).result())
                .isEqualTo(DENY);
    }

    @Test
    void aConditionalRuleIsBoundedWhereItsRuleIs() {
        assertThat(PASSES.when(request -> true).isBounded()).isTrue();
        ReviewRule unbounded = (request, deadline) -> Verdict.pass();
        assertThat(unbounded.unless(request -> true).isBounded()).isFalse();
    }

    @Test
    void boundedRulesRunOnTheCallersThread() {
        Thread caller = Thread.currentThread();
        ReviewRule rule = ReviewRule.bounded(
                (request, deadline) -> Verdict.deny(Thread.currentThread() == caller ? "same" : "another"));
        RuleChain.Builder chain = RuleChain.builder().workers(task -> {
            throw new AssertionError("no hand-over");
        });
        assertThat(review(chain.add("one", rule)).reason()).isEqualTo("same");
    }

    @Test
    void oneRuleThatIsNotBoundedCostsOneHandOver() {
        int[] handOvers = {0};
        RuleChain.Builder chain = RuleChain.builder().workers(task -> {
            handOvers[0]++;
            task.run();
        }).add("one", PASSES).add("two", (request, deadline) -> Verdict.pass()).add("three",
                (request, deadline) -> Verdict.pass());
        assertThat(review(chain).result()).isEqualTo(ALLOW);
        assertThat(handOvers).containsExactly(1);
    }

    @Test
    void twoRulesOfOneIdAreRefused() {
        RuleChain.Builder chain = RuleChain.builder().add("one", PASSES);
        assertThatIllegalArgumentException().isThrownBy(() -> chain.add("one", PASSES))
                .withMessage("two rules with the id \"one\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Links", "two words", "-links", "links-", "a--b", "caf\u00e9", "a_b"})
    void anIdIsKebabCase(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> RuleChain.Entry.of(id, PASSES))
                .withMessageContaining("kebab-case").withMessageContaining("\"" + id + "\"");
    }
}
