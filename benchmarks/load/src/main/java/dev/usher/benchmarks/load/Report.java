// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes docs/LOAD.md and its picture. Immutable. */
record Report(List<Scenario> scenarios, SlowReader slow, Machine machine) {
    private static final String HEAD = """
            | offered | sent | delivered | p50 | p99 | fallbacks | heap | resident |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """;

    void write(Path docs) throws IOException {
        String page = template().replace("{{date}}", LocalDate.now(ZoneOffset.UTC).toString())
                .replace("{{machine}}", machine.description()).replace("{{load}}", machine.loadAverage())
                .replace("{{heap}}", ServerProcess.HEAP)
                .replace("{{senders}}", String.valueOf(Load.UNPACED_SENDERS))
                .replace("{{slowConnections}}", String.valueOf(slow.connections()))
                .replace("{{slowRate}}", String.valueOf(slow.before().offered()))
                .replace("{{slowSeconds}}", String.valueOf(slow.length().toSeconds()))
                .replace("{{scenarios}}", scenarioChapters()).replace("{{slow}}", slowTable())
                .replace("{{slowEnd}}", slowEnd());
        Files.writeString(docs.resolve("LOAD.md"), page);
        Files.writeString(docs.resolve("images/load.svg"), new Curve(scenarios).svg());
    }

    private String scenarioChapters() {
        StringBuilder text = new StringBuilder();
        for (Scenario scenario : scenarios) {
            text.append("## ").append(scenario.name()).append("\n\n")
                    .append(scenario.knee().map(Report::kneeLine).orElse("No step holds.")).append(' ')
                    .append(memoryLine(scenario)).append("\n\n").append(HEAD);
            scenario.steps().forEach(step -> text.append(row(step)));
            text.append(row(scenario.unpaced())).append('\n');
        }
        return text.toString();
    }

    private static String kneeLine(Step knee) {
        return String.format(Locale.ROOT,
                "**The knee is at %,d messages a second**: %,.0f deliveries a second, p50 %s ms, p99 %s ms.",
                knee.offered(), knee.delivered(), milliseconds(knee.p50()), milliseconds(knee.p99()));
    }

    private static String memoryLine(Scenario scenario) {
        return String.format(Locale.ROOT,
                "The server's heap is %d MiB without connections and %d MiB with all of them idle: %.1f KiB each.",
                scenario.before().heap() >> 20, scenario.idle().heap() >> 20,
                (scenario.idle().heap() - scenario.before().heap()) / 1024.0
                        / (scenario.rooms() * scenario.membersEach()));
    }

    private static String row(Step step) {
        return String.format(Locale.ROOT,
                "| %s | %,.0f/s | %,.0f/s | %s ms | %s ms | %,d | %d MiB | %d MiB |%n",
                step.offered() == 0 ? "unpaced" : String.format(Locale.ROOT, "%,d/s", step.offered()),
                step.sent(), step.delivered(), milliseconds(step.p50()), milliseconds(step.p99()),
                step.fallbacks(), step.memory().heap() >> 20, step.memory().resident() >> 20);
    }

    private String slowTable() {
        return "| | p50 | p99 | heap |\n| --- | ---: | ---: | ---: |\n" + slowRow("all read", slow.before())
                + slowRow("one does not", slow.during())
                + slowRow("afterwards", slow.after()).stripTrailing();
    }

    private static String slowRow(String name, Step step) {
        return String.format(Locale.ROOT, "| %s | %s ms | %s ms | %d MiB |%n", name, milliseconds(step.p50()),
                milliseconds(step.p99()), step.memory().heap() >> 20);
    }

    private String slowEnd() {
        return slow.disconnected()
                ? "The server let go of it once 4 Mi characters waited for it; nobody else lost anything."
                : "The server still held it at the end: the system's own buffers had not filled.";
    }

    private static String milliseconds(Duration time) {
        double millis = time.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%,.0f", millis);
    }

    private static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream("LOAD.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
