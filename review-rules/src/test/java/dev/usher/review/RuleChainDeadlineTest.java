// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static dev.usher.review.ReviewResult.ALLOW;
import static dev.usher.review.ReviewResult.DENY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the law of the chain says of lateness; the clocks that matter here are latches and a fake ticker. */
@Timeout(30)
final class RuleChainDeadlineTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(1);

    private static ReviewRule appends(String text) {
        return ReviewRule.bounded(
                (request, deadline) -> Verdict.edit(request.message().withContent(request.content() + text)));
    }

    /** Runs on until it is released, whatever anybody says; counts how often it was started. */
    private static final class Deaf implements ReviewRule {
        private final AtomicBoolean released = new AtomicBoolean();
        private final AtomicInteger starts = new AtomicInteger();
        private final CountDownLatch back = new CountDownLatch(1);

        @Override
        public Verdict review(ReviewRequest request, Deadline deadline) {
            starts.incrementAndGet();
            while (!released.get()) {
                Thread.onSpinWait();
                Thread.interrupted();
            }
            back.countDown();
            return Verdict.deny("too late to matter");
        }
    }

    @Test
    void aDeafEndlessRuleIsAnsweredForAtTheDeadlineWithTheEditsSoFar() {
        Deaf deaf = new Deaf();
        RuleChain chain = RuleChain.builder().fallbackResult(ALLOW).add("before", appends("1"))
                .add("deaf", deaf)
                .add("after", appends("2")).build();
        ReviewReport report = chain.review(Requests.of("hi"), Deadline.after(SHORT));
        assertThat(report.result()).isEqualTo(ALLOW);
        assertThat(report.message().content()).isEqualTo("hi1");
        assertThat(report.steps()).extracting(RuleChainDeadlineTest::cause).containsExactly(null,
                Failure.Cause.LATE, Failure.Cause.LATE);
        assertThat(report.steps().get(2).took()).isZero();
        deaf.released.set(true);
    }

    @Test
    void aRuleWhoseTurnCameTooLateCountsAsItsOwnFallbackResult() {
        Deaf deaf = new Deaf();
        RuleChain chain = RuleChain.builder().add(RuleChain.Entry.of("deaf", deaf).fallbackResult(ALLOW))
                .add(RuleChain.Entry.of("strict", appends("2")).fallbackResult(DENY)).build();
        ReviewReport report = chain.review(Requests.of("hi"), Deadline.after(SHORT));
        assertThat(report.result()).isEqualTo(DENY);
        assertThat(report.decidingRule()).isEqualTo("strict");
        deaf.released.set(true);
    }

    @Test
    void aHungRuleIsNotStartedAgainWhileItHangsAndIsOnceItCameBack() throws Exception {
        Deaf deaf = new Deaf();
        RuleChain chain = RuleChain.builder().fallbackResult(ALLOW).add("deaf", deaf)
                .add("after", appends("2"))
                .build();
        chain.review(Requests.of("one"), Deadline.after(SHORT));

        ReviewReport second = chain.review(Requests.of("two"), Deadline.after(LONG));
        assertThat(second.steps()).extracting(RuleChainDeadlineTest::cause).containsExactly(
                Failure.Cause.HUNG,
                null);
        assertThat(second.message().content()).isEqualTo("two2");
        assertThat(deaf.starts).hasValue(1);

        deaf.released.set(true);
        deaf.back.await();
        ReviewReport third = chain.review(Requests.of("three"), Deadline.after(LONG));
        while (cause(third.steps().getFirst()) == Failure.Cause.HUNG) { // the worker is on its way out
            LockSupport.parkNanos(100_000);
            third = chain.review(Requests.of("three"), Deadline.after(LONG));
        }
        assertThat(third.reason()).isEqualTo("too late to matter");
    }

    @Test
    void aHungRulesLateVerdictChangesNothing() throws Exception {
        Deaf deaf = new Deaf();
        RuleChain chain = RuleChain.builder().fallbackResult(ALLOW).add("deaf", deaf).build();
        ReviewReport report = chain.review(Requests.of("hi"), Deadline.after(SHORT));
        deaf.released.set(true);
        deaf.back.await();
        assertThat(report.result()).isEqualTo(ALLOW);
        assertThat(report.steps()).hasSize(1);
    }

    @Test
    void aRuleThatIsMerelySlowIsInterruptedAtTheDeadline() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        RuleChain chain = RuleChain.builder().fallbackResult(ALLOW).add("slow", (request, deadline) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException expected) {
                interrupted.countDown();
            }
            return Verdict.pass();
        }).build();
        ReviewReport report = chain.review(Requests.of("hi"), Deadline.after(SHORT));
        assertThat(cause(report.steps().getFirst())).isEqualTo(Failure.Cause.LATE);
        interrupted.await();
    }

    @Test
    void aBoundedRuleThatAnswersAfterTheDeadlineCountsAsItsFallbackResult() {
        FakeTicker ticker = new FakeTicker();
        ReviewRule slow = ReviewRule.bounded((request, deadline) -> {
            ticker.advance(Duration.ofMillis(150));
            return Verdict.edit(Message.of("too late"));
        });
        RuleChain chain = RuleChain.builder().fallbackResult(ALLOW).add("before", appends("1"))
                .add("slow", slow)
                .add("after", appends("2")).build();
        ReviewReport report = chain.review(Requests.of("hi"), Deadline.after(Duration.ofMillis(150), ticker));
        assertThat(report.message().content()).isEqualTo("hi1");
        assertThat(report.steps()).extracting(RuleChainDeadlineTest::cause).containsExactly(null,
                Failure.Cause.LATE, Failure.Cause.LATE);
        assertThat(report.steps().get(1).took()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void aRuleThatAnswersJustBeforeTheDeadlineCounts() {
        FakeTicker ticker = new FakeTicker();
        ReviewRule slow = ReviewRule.bounded((request, deadline) -> {
            ticker.advance(Duration.ofMillis(149));
            assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(1));
            return Verdict.deny("in time");
        });
        RuleChain chain = RuleChain.builder().add("slow", slow).build();
        assertThat(chain.review(Requests.of("hi"), Deadline.after(Duration.ofMillis(150), ticker)).reason())
                .isEqualTo("in time");
    }

    @Test
    void anInterruptedCallerGetsItsAnswerAndKeepsTheInterrupt() {
        Deaf deaf = new Deaf();
        RuleChain chain = RuleChain.builder().fallbackResult(ALLOW).add("deaf", deaf).build();
        Thread.currentThread().interrupt();
        ReviewReport report = chain.review(Requests.of("hi"), Deadline.after(LONG));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.result()).isEqualTo(ALLOW);
        deaf.released.set(true);
    }

    @Test
    void aFailureOfTheMachineGetsOut() {
        ReviewRule exhausting = (request, deadline) -> {
            throw new OutOfMemoryError("as a test");
        };
        Deadline deadline = Deadline.after(LONG);
        for (ReviewRule rule : new ReviewRule[]{exhausting, ReviewRule.bounded(exhausting)}) {
            RuleChain chain = RuleChain.builder().fallbackResult(ALLOW).add("one", rule).build();
            assertThatThrownBy(() -> chain.review(Requests.of("hi"), deadline))
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }

    private static Failure.@Nullable Cause cause(Step step) {
        Failure failure = step.failure();
        return failure == null ? null : failure.cause();
    }
}
