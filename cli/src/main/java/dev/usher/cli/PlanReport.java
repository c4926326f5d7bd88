// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.cli.plan.Fleet;
import dev.usher.cli.plan.Outcome;
import dev.usher.cli.plan.Outcome.Cause;
import dev.usher.cli.plan.Planner.Plan;
import dev.usher.cli.plan.Prices;
import dev.usher.cli.plan.Shape;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was played, and what follows from it.
 *
 * @param target the share that may fall back
 * @param plans by what is provisioned
 * @param chosen the cheapest that meets the target, or the one that was asked for; empty where none meets it
 */
record PlanReport(Shape shape, double span, double target, List<Plan> plans, Optional<Plan> chosen) {
    boolean isMet(Plan plan) {
        return plan.outcome().fallbackShare() <= target;
    }

    boolean isChosen(Plan plan) {
        return chosen.isPresent() && chosen.get().fleet().equals(plan.fleet());
    }

    String text(String headline) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        out.println(headline);
        out.println();
        table().print(out);
        out.println();
        if (chosen.isPresent()) {
            tell(out, chosen.get());
        } else {
            out.println("No setting keeps the fallbacks within " + percent(target)
                    + ": the concurrency limit is too small, or the times are too long.");
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Plan plan : plans) {
            Outcome outcome = plan.outcome();
            rows.add(List.of((isChosen(plan) ? "> " : "  ")
                    + number(plan.fleet().provisioned()), percent(outcome.fallbackShare()),
                    number(outcome.fallbacks(Cause.COLD_START)),
                    number(outcome.fallbacks(Cause.THROTTLED)), number(outcome.fallbacks(Cause.LATE)),
                    number(outcome.peakEnvironments()), dollars(plan.bill().sum())));
        }
        return new Table(List.of("  provisioned", "fall back", "cold starts", "throttled", "late",
                "environments", "a month"), rows);
    }

    private void tell(PrintStream out, Plan plan) {
        Outcome outcome = plan.outcome();
        Prices.Bill bill = plan.bill();
        out.println("ProvisionedConcurrency=" + plan.fleet().provisioned() + ": "
                + number(outcome.fallbacks()) + " of " + number(outcome.messages()) + " messages fall back ("
                + percent(outcome.fallbackShare()) + (isMet(plan) ? ", within " : ", more than ")
                + percent(target)
                + ").");
        if (outcome.refused() > 0) {
            out.println(number(outcome.refused())
                    + " more were refused by the rooms, above their limit; the function never saw them.");
        }
        if (outcome.fallbacks(Cause.THROTTLED) > 0) {
            Fleet fleet = plan.fleet();
            out.println("Lambda turned " + number(outcome.fallbacks(Cause.THROTTLED))
                    + " away: its quotas are "
                    + number(fleet.concurrencyLimit()) + " environments, " + number(fleet.requestLimit())
                    + " requests a second whatever they last, and " + number(fleet.growth())
                    + " new environments a second.");
        }
        if (shape instanceof Shape.Raid raid) {
            tellRaid(out, outcome, raid);
        }
        out.println("A month: " + dollars(bill.sum()) + ", of it requests " + dollars(bill.requests())
                + ", work "
                + dollars(bill.work()) + ", keeping environments " + dollars(bill.keeping()) + ", log "
                + dollars(bill.log()) + ".");
    }

    private void tellRaid(PrintStream out, Outcome outcome, Shape.Raid raid) {
        long first = outcome.fallbacksBetween(raid.begin(), raid.begin() + 1);
        long all = outcome.fallbacksBetween(raid.begin(), raid.end());
        double last = outcome.lastAbove(target, raid.begin(), raid.end());
        out.println("In the raid: " + number(all) + " of "
                + number(outcome.messagesBetween(raid.begin(), raid.end()))
                + " fall back, " + number(first) + " of them in its first second; "
                + (last == 0
                        ? "no second has more than the target."
                        : "its second " + number(last) + " is the last with more than the target."));
    }

    static String percent(double share) {
        double percent = share * 100;
        return percent == 0 ? "0 %"
                : String.format(Locale.ROOT, percent < 0.0995 ? "%.2g %%" : "%.2f %%", percent);
    }

    static String dollars(double amount) {
        return String.format(Locale.ROOT, amount < 100 ? "$%,.2f" : "$%,.0f", amount);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Without a fraction where it has none. */
    static String number(double number) {
        return number == Math.rint(number)
                ? number((long) number)
                : String.format(Locale.ROOT, "%,.4g", number);
    }
}
