// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import dev.usher.cli.plan.Load.Shape;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class SimulationTest {
    private static final Spread COLD = new Spread(0.35, 0.7);
    private static final double NO_CAP = 1e9;

    /** Erlang's formula holds for any distribution of the time taken, so for a constant and a wide one. */
    @ParameterizedTest
    @CsvSource({"5, 40, 0.1, 0.1", "5, 40, 0.05, 0.4", "20, 180, 0.1, 0.1", "20, 150, 0.05, 0.4",
        "2, 5, 0.1, 0.1"})
    void aFleetThatCannotGrowLosesWhatErlangSays(int servers, double rate, double median, double p99) {
        Spread warm = new Spread(median, p99);
        Outcome outcome = Simulation.run(fleet(warm, servers, servers, 9), steady(rate, 4000), 5);
        assertThat(outcome.cold() + outcome.slow()).isZero();
        assertThat(outcome.share()).isCloseTo(Erlang.lost(servers, rate * warm.mean()), within(0.01));
    }

    /** M/G/infinity: as many are at work on average as come in the time that one takes. */
    @Test
    void aFleetWithoutBoundIsAsBusyAsLittleSays() {
        Spread warm = new Spread(0.05, 0.4);
        Outcome outcome = Simulation.run(fleet(warm, 1000, 1000, 9), steady(200, 500), 5);
        assertThat(outcome.fallbacks()).isZero();
        assertThat(outcome.meanBusy()).isCloseTo(200 * warm.mean(), within(0.5));
    }

    @Test
    void erlangsFormulaIsTheTextbooks() {
        assertThat(Erlang.lost(1, 1)).isEqualTo(0.5);
        assertThat(Erlang.lost(2, 1)).isEqualTo(0.2);
        assertThat(Erlang.lost(10, 5)).isCloseTo(0.018385, within(1e-6));
    }

    @Test
    void theSameSeedGivesTheSameAndAnotherDoesNot() {
        Fleet fleet = fleet(new Spread(0.001, 0.004), 0, 1000, 0.2);
        Load load = new Load(Shape.BURSTY, 100, NO_CAP, 5, 60);
        assertThat(Simulation.run(fleet, load, 3)).isEqualTo(Simulation.run(fleet, load, 3))
                .isNotEqualTo(Simulation.run(fleet, load, 4));
    }

    @Test
    void burstsAreAsManyMessagesAsTheRateSays() {
        Outcome outcome = Simulation.run(fleet(new Spread(0.001, 0.004), 0, 1000, 0.2),
                new Load(Shape.BURSTY, 20, NO_CAP, 5, 20_000), 3);
        assertThat(outcome.messages()).isBetween(360_000L, 440_000L);
    }

    @Test
    void aRaidIsAsLoudAsTheRoomsLetItBe() {
        Outcome outcome = Simulation.run(fleet(new Spread(0.001, 0.004), 0, 1000, 0.2),
                new Load(Shape.RAID, 100, 300, 50, 60), 3);
        assertThat(outcome.messages()).isBetween(11_000L, 13_000L); // 30 s of 100, 30 s of 300
    }

    @Test
    void theCheapestSettingMeetsTheTargetAndOneLessDoesNot() {
        Fleet fleet = fleet(new Spread(0.02, 0.08), 0, 1000, 0.2);
        Load load = new Load(Shape.RAID, 100, NO_CAP, 5, 60);
        Planner.Setting found = Objects.requireNonNull(Planner.cheapest(fleet, load, 0.0005, 1));
        assertThat(found.outcome().share()).isLessThanOrEqualTo(0.0005);
        assertThat(found.fleet().provisioned()).isPositive();
        assertThat(Planner.setting(fleet, load, found.fleet().provisioned() - 1, 1).outcome().share())
                .isGreaterThan(0.0005);
    }

    @Test
    void aMonthCostsWhatThePricesSay() {
        Fleet fleet = fleet(new Spread(0.1, 0.1), 2, 2, 9);
        Outcome outcome = new Outcome(1000, 0, 0, 0, 1, 1, 50, 25, List.of());
        double hours = 730 * 3600.0;
        assertThat(new Prices(1, 10, 100, 1000).month(fleet, steady(1, 100), outcome)).isCloseTo(
                hours / 100 * (1000 / 1e6 + 25 * 0.5 * 10 + 50 * 0.5 * 1000) + 2 * hours * 0.5 * 100,
                within(1e-3));
    }

    private static Load steady(double rate, double seconds) {
        return new Load(Shape.STEADY, rate, NO_CAP, 1, seconds);
    }

    private static Fleet fleet(Spread warm, int provisioned, int concurrency, double limit) {
        return new Fleet(warm, COLD, 0, limit, provisioned, 300, concurrency, 100, 0.5);
    }
}
