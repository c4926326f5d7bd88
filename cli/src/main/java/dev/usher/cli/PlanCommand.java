// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.cli.plan.Fleet;
import dev.usher.cli.plan.Load;
import dev.usher.cli.plan.LogNormal;
import dev.usher.cli.plan.Planner;
import dev.usher.cli.plan.Planner.Plan;
import dev.usher.cli.plan.Prices;
import dev.usher.cli.plan.Shape;
import dev.usher.cli.plan.Times;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plans the fleet of a deployment. */
// @formatter:off
@Command(name = "plan", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Tells what provisioned concurrency a deployment needs, and what a month costs.",
        description = {
            "%nPlays the messages of rooms against the review function on Lambda, one by one: how many are decided by the"
                    + " rooms' fallbackResult since they met a cold start, a quota or a late answer, how long that lasts"
                    + " after a raid starts, and the cheapest setting that keeps it below the target.",
            "%nTimes are MEDIAN/P99, such as 450ms/900ms. The model, and what of it is measured and what assumed:"
                    + " docs/PLAN.md.%n"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:a setting was found, or the given one meets the target",
            "1:none meets the target",
            "2:the command line cannot be used"},
        footer = {
            "%nExamples:",
            "  ./usher plan --rate 100 --rooms 20",
            "  ./usher plan --rate 100 --rooms 20 --shape raid --target 0.01 --svg raid.svg",
            "  ./usher plan --rate 10000 --rooms 200 --provisioned 1500 --concurrency-limit 3000"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PlanCommand implements Callable<Integer> {
    /** So many messages are played for each setting where the span is left to us. */
    private static final double MESSAGES = 2_000_000;
    private static final double SPAN = 600;
    private static final double LONGEST = 7 * 24 * 3600;
    private static final double MOST_MESSAGES = 100_000_000;

    enum ShapeName {
        STEADY, BURSTY, RAID
    }

    private final Console console;

    // @formatter:off
    @Spec
    private CommandSpec spec;
    @Option(names = "--rate", paramLabel = "N", defaultValue = "100",
            description = "messages a second, all rooms together; ${DEFAULT-VALUE} if not given")
    private double rate;
    @Option(names = "--rooms", paramLabel = "N", defaultValue = "20", description = "how many rooms; ${DEFAULT-VALUE} if not given")
    private int rooms;
    @Option(names = "--room-limit", paramLabel = "N", defaultValue = "100",
            description = "messages a second that one room takes (maximumMessageRatePerSecond); what is more never comes"
                    + " to the function; ${DEFAULT-VALUE} if not given")
    private double roomLimit;
    @Option(names = "--shape", paramLabel = "SHAPE", defaultValue = "steady",
            description = "steady; bursty: calm, and cheers of some 5 s twice a minute; raid: all at once, for two fifths"
                    + " of the time; ${DEFAULT-VALUE} if not given")
    private ShapeName shape;
    @Option(names = "--factor", paramLabel = "N", defaultValue = "10",
            description = "a cheer against the calm, a raid against the rate; ${DEFAULT-VALUE} if not given")
    private double factor;
    @Option(names = "--target", paramLabel = "PERCENT", defaultValue = "0.1",
            description = "how many messages of a hundred may fall back; ${DEFAULT-VALUE} if not given")
    private double target;
    @Option(names = "--provisioned", paramLabel = "N",
            description = "play this setting alone; the cheapest is looked for if not given")
    private @Nullable Integer provisioned;
    @Option(names = "--memory", paramLabel = "MB", defaultValue = "1024",
            description = "the function's memory; ${DEFAULT-VALUE} if not given")
    private int memory;
    @Option(names = "--arm", description = "prices of arm64 instead of x86_64")
    private boolean arm;
    @Option(names = "--hours", paramLabel = "N", defaultValue = "730",
            description = "how many hours a month the rooms are like this, and environments are kept; all 730 if not given")
    private double hours;
    @Option(names = "--handler", paramLabel = "TIMES", converter = PlanTimes.class, defaultValue = "1ms/3ms",
            description = "the function's own time, warm; ${DEFAULT-VALUE} if not given")
    private LogNormal handler;
    @Option(names = "--way", paramLabel = "TIMES", converter = PlanTimes.class, defaultValue = "8ms/30ms",
            description = "from the chat service to the environment and back; ${DEFAULT-VALUE} if not given")
    private LogNormal way;
    @Option(names = "--cold-start", paramLabel = "TIMES", converter = PlanTimes.class, defaultValue = "450ms/900ms",
            description = "until a new environment is ready; ${DEFAULT-VALUE} if not given")
    private LogNormal coldStart;
    @Option(names = "--concurrency-limit", paramLabel = "N", defaultValue = "1000",
            description = "the account's quota of environments, or what is reserved for the function; ${DEFAULT-VALUE} if"
                    + " not given")
    private int concurrencyLimit;
    @Option(names = "--growth", paramLabel = "N", defaultValue = "100",
            description = "new environments a second that Lambda grants; ${DEFAULT-VALUE} if not given")
    private double growth;
    @Option(names = "--idle-time", paramLabel = "SECONDS", defaultValue = "360",
            description = "after which Lambda takes an idle environment away; ${DEFAULT-VALUE} if not given")
    private double idleTime;
    @Option(names = "--lifetime", paramLabel = "SECONDS", defaultValue = "7200",
            description = "after which Lambda replaces an environment; ${DEFAULT-VALUE} if not given")
    private double lifetime;
    @Option(names = "--span", paramLabel = "SECONDS",
            description = "how long to play; 600 if not given, or less where that would be too many messages")
    private @Nullable Double span;
    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "another seed, other chances; ${DEFAULT-VALUE} if not given")
    private long seed;
    @Option(names = "--svg", paramLabel = "FILE", description = "draws the chosen setting, and what the others cost, into a file")
    private @Nullable Path svg;
    // @formatter:on

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        double seconds = span != null ? span : Math.min(SPAN, Math.max(10, MESSAGES / mostMessages()));
        Fleet fleet = new Fleet(0, concurrencyLimit, growth, idleTime, lifetime);
        Times times = new Times(way, handler, coldStart, Times.SERVICE_LIMIT);
        Planner planner = new Planner(new Load(shape(seconds), rooms, roomLimit), fleet, times, seconds, seed,
                arm ? Prices.ARM : Prices.X86, memory, hours, this::progress);
        Optional<Plan> chosen = provisioned != null
                ? Optional.of(planner.plan(provisioned))
                : planner.cheapest(target / 100);
        endProgress();
        PlanReport report = new PlanReport(shape(seconds), seconds, target / 100, planner.plans(), chosen);
        try {
            console.out().write(report.text(headline(seconds)).getBytes(StandardCharsets.UTF_8));
            if (svg != null) {
                Files.writeString(svg, new PlanChart(report, headline(seconds)).svg());
            }
        } catch (IOException unwritable) {
            throw fault("--svg: cannot write " + unwritable.getMessage());
        }
        return chosen.isPresent() && report.isMet(chosen.get()) ? Exit.OK : Exit.SOME_BAD;
    }

    private Shape shape(double seconds) {
        return switch (shape) {
            case STEADY -> new Shape.Steady(rate);
            case BURSTY -> new Shape.Bursty(rate, factor, seconds, seed);
            case RAID -> new Shape.Raid(rate, factor, 0.2 * seconds, 0.6 * seconds);
        };
    }

    /** Messages a second, on the average of the whole. */
    private double mostMessages() {
        return shape == ShapeName.RAID ? rate * (0.6 + 0.4 * factor) : rate;
    }

    private String headline(double seconds) {
        String how = switch (shape) {
            case STEADY -> "steady";
            case BURSTY -> "cheers of " + PlanReport.number(factor) + " times the calm";
            case RAID -> "a raid of " + PlanReport.number(factor) + " times as many from "
                    + PlanReport.number(0.2 * seconds)
                    + " s to " + PlanReport.number(0.6 * seconds) + " s";
        };
        return PlanReport.number(rate) + " messages a second in " + PlanReport.number(rooms) + " rooms, "
                + how
                + "; " + PlanReport.number(seconds) + " s played, " + memory + " MB" + (arm ? ", arm64" : "");
    }

    private void progress(Plan plan) {
        if (console.isTerminal()) {
            console.err().print("\rplayed " + plan.fleet().provisioned() + " provisioned: "
                    + PlanReport.percent(plan.outcome().fallbackShare()) + " fall back\033[K");
            console.err().flush();
        }
    }

    private void endProgress() {
        if (console.isTerminal()) {
            console.err().print("\r\033[K");
        }
    }

    private void check() {
        range("--rate", rate, 0.001, 1_000_000);
        range("--rooms", rooms, 1, 100_000);
        range("--room-limit", roomLimit, 1, 100);
        range("--factor", factor, 1, 10_000);
        range("--target", target, 0, 100);
        range("--memory", memory, 128, 10_240);
        range("--hours", hours, 0, 744);
        range("--concurrency-limit", concurrencyLimit, 1, 1_000_000);
        range("--growth", growth, 0, 1_000_000);
        range("--idle-time", idleTime, 0, LONGEST);
        range("--lifetime", lifetime, 1, LONGEST);
        if (provisioned != null) {
            range("--provisioned", provisioned, 0, concurrencyLimit);
        }
        if (span != null) {
            range("--span", span, 1, LONGEST);
            if (span * mostMessages() > MOST_MESSAGES) {
                throw fault("--span: " + PlanReport.number(span * mostMessages())
                        + " messages would take hours; play "
                        + PlanReport.number(MOST_MESSAGES / mostMessages())
                        + " s at most");
            }
        }
    }

    private void range(String option, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw fault(String.format(Locale.ROOT, "%s: expected %s to %s, found %s", option,
                    PlanReport.number(from), PlanReport.number(to), PlanReport.number(value)));
        }
    }

    private ParameterException fault(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
