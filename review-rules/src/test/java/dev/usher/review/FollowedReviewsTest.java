// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules that are told how reviews end. */
final class FollowedReviewsTest {
    private final List<ReviewReport> told = new ArrayList<>();

    /** Passes everything, and does something when it is told. */
    private record Follower(boolean isBounded, Told told) implements ReviewRule {
        interface Told {
            void reviewed(ReviewRequest request, ReviewReport report) throws Exception;
        }

        @Override
        public Verdict review(ReviewRequest request, Deadline deadline) {
            return Verdict.pass();
        }

        @Override
        public boolean followsReviews() {
            return true;
        }

        @Override
        public void reviewed(ReviewRequest request, ReviewReport report, Deadline deadline) throws Exception {
            told.reviewed(request, report);
        }
    }

    private static final ReviewRule DENY = ReviewRule.bounded((request, deadline) -> Verdict.deny("no"));

    @Test
    void aFollowerIsToldTheResultWhereverItStands() {
        Follower follower = new Follower(true, (request, report) -> told.add(report));
        RuleChain chain = RuleChain.builder().add("before", follower).add("no", DENY).add("after", follower)
                .build();

        ReviewReport report = chain.review(Requests.of("a"), deadline());

        assertThat(told).hasSize(2).allSatisfy(each -> assertThat(each.decidingRule()).isEqualTo("no"));
        assertThat(report.steps()).extracting(Step::ruleId).containsExactly("before", "no");
    }

    @Test
    void aConditionHoldsForTheTellingToo() {
        Follower follower = new Follower(true, (request, report) -> told.add(report));
        RuleChain chain = RuleChain.builder().add("not-ann", follower.unless(
                request -> request.sender().userId().equals("ann"))).build();

        chain.review(Requests.of("a"), deadline());

        assertThat(told).isEmpty();
    }

    @Test
    void aFollowersFailureIsReportedAndChangesNothing() {
        for (boolean bounded : new boolean[]{true, false}) {
            RuleChain chain = RuleChain.builder().add("follower", new Follower(bounded, (request, report) -> {
                throw new IllegalStateException("broken");
            })).build();

            ReviewReport report = chain.review(Requests.of("a"), deadline());

            assertThat(report.result()).isEqualTo(ReviewResult.ALLOW);
            assertThat(report.steps()).hasSize(2);
            assertThat(report.steps().getLast().mode()).isEqualTo(Mode.OBSERVE);
            assertThat(report.steps().getLast().failure()).isNotNull();
        }
    }

    @Test
    void aFollowerThatHangsCostsTheDeadlineAndChangesNothing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        RuleChain chain = RuleChain.builder().add("follower", new Follower(false, (request, report) -> {
            begun.countDown();
            while (end.getCount() > 0) {
                Thread.onSpinWait(); // deaf to interrupts
            }
        })).build();

        ReviewReport report = chain.review(Requests.of("a"), Deadline.after(Duration.ofMillis(50)));
        begun.await();
        ReviewReport next = chain.review(Requests.of("a"), deadline());
        end.countDown();

        assertThat(report.result()).isEqualTo(ReviewResult.ALLOW);
        assertThat(report.steps().getLast().failure()).extracting(Failure::cause)
                .isEqualTo(Failure.Cause.LATE);
        assertThat(next.steps().getFirst().failure()).extracting(Failure::cause)
                .isEqualTo(Failure.Cause.HUNG);
        assertThat(next.result()).isEqualTo(ReviewResult.DENY);
    }

    private static Deadline deadline() {
        return Deadline.after(Duration.ofSeconds(10));
    }
}
