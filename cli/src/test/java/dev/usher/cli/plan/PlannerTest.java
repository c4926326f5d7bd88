// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import dev.usher.cli.plan.Planner.Plan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class PlannerTest {
    @Test
    void theCheapestThatMeetsTheTargetHasOneLessThatDoesNot() {
        Planner planner = planner(new Shape.Raid(50, 10, 20, 60), Fleet.DEFAULT);
        Plan cheapest = planner.cheapest(0.0001).orElseThrow();
        assertThat(cheapest.outcome().fallbackShare()).isLessThanOrEqualTo(0.0001);
        assertThat(cheapest.fleet().provisioned()).isPositive();
        assertThat(planner.plan(cheapest.fleet().provisioned() - 1).outcome().fallbackShare())
                .isGreaterThan(0.0001);
    }

    @Test
    void noneIsProvisionedWhereNoneIsNeeded() {
        assertThat(planner(new Shape.Steady(50), Fleet.DEFAULT).cheapest(0.5))
                .hasValueSatisfying(plan -> assertThat(plan.fleet().provisioned()).isZero());
    }

    @Test
    void aQuotaThatIsTooSmallIsNoPlan() {
        assertThat(planner(new Shape.Steady(50), new Fleet(0, 2, 100, 360, 7200)).cheapest(0.001))
                .isEqualTo(Optional.empty());
    }

    /** By hand: 1,000 messages of a billed millisecond in 100 s, 2 environments of 1 GB kept for an hour. */
    @Test
    void aBillIsWhatThePriceListSays() {
        Outcome outcome = new Outcome(100);
        for (int i = 0; i < 1000; i++) {
            outcome.message(50);
            outcome.provisionedMillis++;
        }
        Prices.Bill bill = Prices.X86.month(outcome, Fleet.DEFAULT.withProvisioned(2), 1024, 1);
        assertThat(bill.requests()).isCloseTo(36_000 * 0.2e-6, within(1e-9));
        assertThat(bill.work()).isCloseTo(36 * 0.0000097222, within(1e-9));
        assertThat(bill.keeping()).isCloseTo(2 * 3600 * 0.0000041667, within(1e-9));
        assertThat(bill.log()).isCloseTo(36_000 * 700 * 0.5e-9, within(1e-9));
        assertThat(bill.sum())
                .isCloseTo(bill.requests() + bill.work() + bill.keeping() + bill.log(), within(1e-12));
    }

    private static Planner planner(Shape shape, Fleet fleet) {
        return new Planner(new Load(shape, 10, 100), fleet, Times.DEFAULT, 100, 1, Prices.X86, 1024, 730,
                plan -> {});
    }
}
