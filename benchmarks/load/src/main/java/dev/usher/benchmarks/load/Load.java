// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The whole run: see benchmarks/load/run. */
final class Load {
    static final int UNPACED_SENDERS = 50;
    private static final int CONNECTIONS = 1_000;
    private static final int ROOMS = 200;
    private static final List<Integer> ONE_ROOM_RATES = List.of(10, 20, 40, 60, 80, 100, 150, 200, 250,
            300, 400, 500, 600, 800, 1_000);
    private static final List<Integer> MANY_ROOMS_RATES = List.of(200, 500, 1_000, 2_000, 3_000, 4_000, 5_000,
            6_000, 8_000, 10_000, 12_000, 16_000);

    private static final Duration HOPELESS = Duration.ofSeconds(2);

    private final Duration length;

    private Load(Duration length) {
        this.length = length;
    }

    public static void main(String[] args) throws Exception {
        boolean quick = args.length == 1 && args[0].equals("--quick");
        if (!quick && !(args.length == 2 && args[0].equals("--docs"))) {
            System.err.println("usage: --quick | --docs DIRECTORY");
            System.exit(2);
        }
        Machine machine = Machine.now();
        Load load = new Load(Duration.ofSeconds(quick ? 2 : 4));
        List<Scenario> scenarios = List.of(
                load.run("1,000 connections in one room", 1, CONNECTIONS, ONE_ROOM_RATES),
                load.run("200 rooms of 5 connections", ROOMS, CONNECTIONS / ROOMS, MANY_ROOMS_RATES));
        SlowReader slow = SlowReader.run(slowLength(quick));
        if (!quick) {
            new Report(scenarios, slow, machine).write(Path.of(args[1]));
        }
    }

    private static Duration slowLength(boolean quick) {
        return Duration.ofSeconds(quick ? 20 : 30);
    }

    private Scenario run(String name, int rooms, int each, List<Integer> rates)
            throws IOException, InterruptedException {
        System.out.println(name);
        try (ServerProcess server = new ServerProcess()) {
            ServerProcess.Memory before = server.memory();
            try (Fleet fleet = Fleet.of(server, rooms, each)) {
                ServerProcess.Memory idle = server.memory();
                Pace pace = new Pace(server, fleet);
                pace.run(rates.get(rates.size() / 2), length); // to warm up; not counted
                List<Step> steps = new ArrayList<>();
                for (int rate : rates) {
                    Step step = print(pace.run(rate, length).quicker(pace.run(rate, length)));
                    steps.add(step);
                    if (step.p99().compareTo(HOPELESS) > 0) {
                        break;
                    }
                }
                Step unpaced = print(pace.unpaced(UNPACED_SENDERS, length));
                return new Scenario(name, rooms, each, before, idle, steps, unpaced);
            }
        }
    }

    static Step print(Step step) {
        System.out.printf(Locale.ROOT,
                "%8s offered/s %8.0f sent/s %9.0f delivered/s  p50 %7.1f ms  p99 %7.1f ms  %4d fallbacks  heap %d MiB  resident %d MiB%n",
                step.offered() == 0 ? "unpaced" : step.offered(), step.sent(), step.delivered(),
                step.p50().toNanos() / 1e6, step.p99().toNanos() / 1e6, step.fallbacks(),
                step.memory().heap() >> 20, step.memory().resident() >> 20);
        return step;
    }
}
