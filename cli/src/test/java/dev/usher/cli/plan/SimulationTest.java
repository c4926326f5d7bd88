// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import dev.usher.cli.plan.Outcome.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The simulation against what queueing theory says in closed form, where it does. */
final class SimulationTest {
    private static final double FOREVER = 1e9;
    private static final LogNormal NOTHING = new LogNormal(0, 0);
    private static final LogNormal HALF_A_SECOND = new LogNormal(0.4, 2.5);

    /** Erlang's loss formula, M/G/c/c: where environments start in no time, who finds all of them at work is turned away. */
    @ParameterizedTest
    @CsvSource({"5, 12", "20, 12", "20, 20", "60, 30"})
    void whoFindsEveryEnvironmentBusyIsTurnedAwayAsErlangSays(double rate, int environments) {
        Outcome outcome = run(new Shape.Steady(rate), new Fleet(0, environments, FOREVER, FOREVER, FOREVER),
                new Times(NOTHING, HALF_A_SECOND, NOTHING, FOREVER), 20_000);
        double offered = rate * HALF_A_SECOND.mean();
        assertThat((double) outcome.fallbacks(Cause.THROTTLED) / outcome.messages())
                .isCloseTo(erlangB(environments, offered), within(0.004));
    }

    /** The same formula gives what overflows from the provisioned environments to others. */
    @ParameterizedTest
    @CsvSource({"20, 6", "20, 12"})
    void whatOverflowsTheProvisionedMeetsAColdStart(double rate, int provisioned) {
        Outcome outcome = run(new Shape.Steady(rate), new Fleet(provisioned, 10_000, FOREVER, 0, FOREVER),
                new Times(NOTHING, HALF_A_SECOND, NOTHING, FOREVER), 20_000);
        assertThat((double) outcome.coldStarts() / outcome.messages())
                .isCloseTo(erlangB(provisioned, rate * HALF_A_SECOND.mean()), within(0.006));
    }

    /** M/G/infinity, and Little's law: the mean number at work is what is offered. */
    @Test
    void withoutALimitAsManyAreAtWorkAsAreOffered() {
        Outcome outcome = run(new Shape.Steady(40), new Fleet(0, 100_000, FOREVER, FOREVER, FOREVER),
                new Times(NOTHING, HALF_A_SECOND, NOTHING, FOREVER), 20_000);
        assertThat(outcome.meanBusy()).isCloseTo(40 * HALF_A_SECOND.mean(), within(0.2));
        assertThat(outcome.fallbacks()).isZero();
    }

    @Test
    void aSeedGivesTheSameOutcomeAndTheSameMessagesForEveryFleet() {
        Shape shape = new Shape.Bursty(50, 10, 300, 7);
        Outcome one = run(shape, Fleet.DEFAULT, Times.DEFAULT, 300);
        Outcome again = run(shape, Fleet.DEFAULT, Times.DEFAULT, 300);
        Outcome other = run(shape, Fleet.DEFAULT.withProvisioned(50), Times.DEFAULT, 300);
        assertThat(again.fallbacks).isEqualTo(one.fallbacks);
        assertThat(other.messages).isEqualTo(one.messages);
        assertThat(other.fallbacks()).isLessThan(one.fallbacks());
    }

    @Test
    void everyColdStartIsAFallbackWhereItTakesLongerThanTheServiceWaits() {
        Outcome outcome = run(new Shape.Steady(100), Fleet.DEFAULT, Times.DEFAULT, 60);
        assertThat(outcome.coldStarts()).isPositive().isEqualTo(outcome.fallbacks(Cause.COLD_START));
        assertThat(run(new Shape.Steady(100), Fleet.DEFAULT,
                new Times(NOTHING, new LogNormal(0.001, 0.001), new LogNormal(0.1, 0.1), 0.2), 60)
                .fallbacks())
                .isZero();
    }

    @Test
    void anIdleEnvironmentIsTakenAwayAndTheNextMessageIsCold() {
        Times quick = new Times(NOTHING, new LogNormal(0.001, 0.001), new LogNormal(0.3, 0.3), 0.2);
        Shape rare = new Shape.Steady(0.01);
        Outcome kept = run(rare, new Fleet(0, 1000, 100, FOREVER, FOREVER), quick, 100_000);
        Outcome taken = run(rare, new Fleet(0, 1000, 100, 0, FOREVER), quick, 100_000);
        Outcome aged = run(rare, new Fleet(0, 1000, 100, FOREVER, 1), quick, 100_000);
        assertThat(kept.coldStarts()).isEqualTo(1);
        assertThat(taken.coldStarts()).isEqualTo(taken.messages());
        assertThat(aged.coldStarts()).isGreaterThan((long) (0.95 * aged.messages()));
    }

    @Test
    void lambdaTakesTenRequestsASecondForEachEnvironmentHoweverShortTheyAre() {
        Outcome outcome = run(new Shape.Steady(200), new Fleet(0, 10, FOREVER, FOREVER, FOREVER),
                new Times(NOTHING, new LogNormal(0.0001, 0.0001), NOTHING, 0.2), 1000);
        assertThat((double) outcome.fallbacks(Cause.THROTTLED) / outcome.messages())
                .isCloseTo(0.5, within(0.01));
    }

    @Test
    void aRoomTakesNoMoreThanItsLimit() {
        Outcome outcome = Simulation.run(new Load(new Shape.Steady(400), 2, 100), Fleet.DEFAULT,
                Times.DEFAULT,
                100, 1);
        assertThat(outcome.messages()).isBetween(20_000L, 20_300L);
        assertThat(outcome.messages() + outcome.refused()).isBetween(39_000L, 41_000L);
    }

    @Test
    void cheersAndCalmHaveTheMeanThatWasAskedFor() {
        Outcome outcome = run(new Shape.Bursty(20, 10, 50_000, 3), Fleet.DEFAULT, Times.DEFAULT, 50_000);
        assertThat(outcome.messages() / 50_000.0).isCloseTo(20, within(1.0));
    }

    private static Outcome run(Shape shape, Fleet fleet, Times times, double span) {
        return Simulation.run(new Load(shape, 1, FOREVER), fleet, times, span, 1);
    }

    /** By the usual recursion: B(0) = 1, B(c) = aB(c-1) / (c + aB(c-1)). */
    private static double erlangB(int servers, double offered) {
        double blocked = 1;
        for (int c = 1; c <= servers; c++) {
            blocked = offered * blocked / (c + offered * blocked);
        }
        return blocked;
    }
}
