// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.cli.plan.Chart;
import dev.usher.cli.plan.Fleet;
import dev.usher.cli.plan.Load;
import dev.usher.cli.plan.Outcome;
import dev.usher.cli.plan.Planner;
import dev.usher.cli.plan.Prices;
import dev.usher.cli.plan.Simulation;
import dev.usher.cli.plan.Spread;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Simulates a fleet of rooms, to say what it takes and what it costs. */
// @formatter:off
@Command(name = "plan", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Simulates many rooms on Lambda: how many messages fall back, and what it costs.",
        description = "%nTimes are in milliseconds, told by median and 99th percentile. The model, its defaults and"
                + " their sources are in docs/PLAN.md.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:a setting meets the target",
            "1:none does, or the chart cannot be written",
            "2:the command line cannot be used"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PlanCommand implements Callable<Integer> {
    private static final double MILLIS = 1000;
    private static final double MB = 1024;
    private static final double MOST_MESSAGES = 5e6;
    private static final double LONGEST = 300;

    private final Console console;

    // @formatter:off
    @Spec
    private CommandSpec spec;
    @Option(names = "--rate", paramLabel = "N", defaultValue = "100", description = "messages a second, all rooms together; ${DEFAULT-VALUE}")
    private double rate;
    @Option(names = "--rooms", paramLabel = "N", defaultValue = "20", description = "rooms; ${DEFAULT-VALUE}")
    private int rooms;
    @Option(names = "--room-rate", paramLabel = "N", defaultValue = "100", description = "what a room lets through a second; ${DEFAULT-VALUE}")
    private int roomRate;
    @Option(names = "--shape", paramLabel = "SHAPE", defaultValue = "steady", description = "steady, bursty or raid; ${DEFAULT-VALUE}")
    private Load.Shape shape;
    @Option(names = "--raid", paramLabel = "N", defaultValue = "5", description = "a raid's multiple of the rate; ${DEFAULT-VALUE}")
    private double raid;
    @Option(names = "--target", paramLabel = "SHARE", defaultValue = "0.001", description = "the share that may fall back; ${DEFAULT-VALUE}")
    private double target;
    @Option(names = "--warm", paramLabel = "P50,P99", defaultValue = "0.8,3.5", split = ",", description = "a warm review; ${DEFAULT-VALUE}")
    private double[] warm;
    @Option(names = "--cold", paramLabel = "P50,P99", defaultValue = "350,700", split = ",", description = "a review in a new environment; ${DEFAULT-VALUE}")
    private double[] cold;
    @Option(names = "--overhead", paramLabel = "MS", defaultValue = "10", description = "the way there and back; ${DEFAULT-VALUE}")
    private double overhead;
    @Option(names = "--idle", paramLabel = "S", defaultValue = "300", description = "seconds that an idle environment is kept; ${DEFAULT-VALUE}")
    private double idle;
    @Option(names = "--concurrency", paramLabel = "N", defaultValue = "1000", description = "environments at work at most; ${DEFAULT-VALUE}")
    private int concurrency;
    @Option(names = "--memory", paramLabel = "MB", defaultValue = "512", description = "the function's; ${DEFAULT-VALUE}")
    private double memory;
    @Option(names = "--prices", paramLabel = "USD,USD,USD,USD", split = ",", defaultValue = "0.20,0.0000166667,0.0000041667,0.0000097222",
            description = "a million requests; a GB second; a provisioned GB second, idle and at work")
    private double[] prices;
    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "the same gives the same; ${DEFAULT-VALUE}")
    private long seed;
    @Option(names = "--svg", paramLabel = "FILE", description = "writes a chart of the run with the setting found, or without any")
    private @Nullable Path svg;
    // @formatter:on

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(rate > 0) || rooms < 1 || roomRate < 1 || !(raid >= 1) || !(target >= 0 && target < 1)
                || warm.length != 2 || cold.length != 2 || prices.length != 4 || concurrency < 1
                || !(idle > 0) || !(memory > 0) || !(overhead >= 0)) {
            throw new ParameterException(spec.commandLine(),
                    "expected numbers above zero, two for --warm and --cold, four --prices, a --raid of 1 or more, and a --target from 0 to below 1");
        }
        double most = (double) rooms * roomRate;
        double loudest = Math.min(most, rate * (shape == Load.Shape.RAID ? raid : 1));
        double seconds = Math.max(60, Math.min(LONGEST, Math.floor(MOST_MESSAGES / loudest)));
        Load load = new Load(shape, rate, most, raid, seconds);
        Fleet fleet;
        try {
            fleet = new Fleet(spread(warm), spread(cold), overhead / MILLIS, 200 / MILLIS, 0, idle,
                    concurrency,
                    100, memory / MB);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()), unusable);
        }
        Planner.Setting without = new Planner.Setting(fleet, Simulation.run(fleet, load, seed));
        Planner.Setting cheapest = Planner.cheapest(fleet, load, target, seed);
        print(load, without, cheapest);
        return chart(cheapest == null ? without : cheapest) && cheapest != null ? Exit.OK : Exit.SOME_BAD;
    }

    private void print(Load load, Planner.Setting without, Planner.@Nullable Setting cheapest) {
        PrintStream out = new PrintStream(console.out(), true, StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(load, without));
        if (cheapest != null && cheapest.fleet().provisioned() > 0) {
            rows.add(row(load, cheapest));
        }
        out.printf(Locale.ROOT, "%s, %s messages/s in %d rooms, %.0f s simulated, seed %d%n%n",
                shape.name().toLowerCase(Locale.ROOT), number(rate), rooms, load.seconds(), seed);
        new Table(List.of("provisioned", "messages", "fall back", "cold", "throttled", "slow", "most at work",
                shape == Load.Shape.RAID ? "s until under target" : "s above target", "USD a month"), rows)
                .print(out);
        out.println();
        out.println(cheapest == null
                ? "No provisioned concurrency within --concurrency keeps fallbacks to " + target
                : "Cheapest that keeps fallbacks to " + target + ": " + cheapest.fleet().provisioned()
                        + " provisioned");
        out.flush();
    }

    private List<String> row(Load load, Planner.Setting setting) {
        Outcome outcome = setting.outcome();
        double month = new Prices(prices[0], prices[1], prices[2], prices[3]).month(setting.fleet(), load,
                outcome);
        long above = shape == Load.Shape.RAID
                ? outcome.secondsAbove(target, 30)
                : outcome.bySecond().stream()
                        .filter(second -> second.fallbacks() > target * second.messages())
                        .count();
        return List.of(Integer.toString(setting.fleet().provisioned()), Long.toString(outcome.messages()),
                String.format(Locale.ROOT, "%.4f %%", 100 * outcome.share()), Long.toString(outcome.cold()),
                Long.toString(outcome.throttled()), Long.toString(outcome.slow()),
                Integer.toString(outcome.mostBusy()), Long.toString(above),
                String.format(Locale.ROOT, "%.2f", month));
    }

    private boolean chart(Planner.Setting setting) {
        if (svg == null) {
            return true;
        }
        try {
            Files.writeString(svg, Chart.svg(setting.outcome(), shape.name().toLowerCase(Locale.ROOT) + ", "
                    + number(rate) + " messages/s, " + setting.fleet().provisioned() + " provisioned"));
            return true;
        } catch (IOException problem) {
            console.err().println("cannot write " + svg + ": " + problem);
            return false;
        }
    }

    private static Spread spread(double[] millis) {
        return new Spread(millis[0] / MILLIS, millis[1] / MILLIS);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
