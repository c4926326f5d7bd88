// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The steps of the scenarios as a picture: offered messages a second across, milliseconds up, both by powers. Immutable. */
record Curve(List<Scenario> scenarios) {
    private static final int WIDTH = 440;
    private static final int HEIGHT = 300;
    private static final int LEFT = 56;
    private static final int TOP = 44;
    private static final int PLOT_WIDTH = 360;
    private static final int PLOT_HEIGHT = 200;
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 10_000;
    private static final String STYLE = """
            <style>
            text { font: 12px system-ui, sans-serif; fill: #333a4a; } .title { font-weight: 600; }
            .grid { stroke: #d8dce6; } .limit { stroke: #b3261e; stroke-dasharray: 4 4; }
            .p50, .p99 { fill: none; stroke-width: 2; } .p50 { stroke: #1d7a46; } .p99 { stroke: #2f5bd0; }
            .end { text-anchor: end; } .middle { text-anchor: middle; } .back { fill: #fff; }
            @media (prefers-color-scheme: dark) {
            text { fill: #e7eaf2; } .back { fill: #12151d; } .grid { stroke: #343b4d; } .limit { stroke: #ff9087; }
            .p50 { stroke: #6fd699; } .p99 { stroke: #86a8ff; } }
            </style>
            """;

    String svg() {
        int width = WIDTH * scenarios.size();
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + HEIGHT
                        + "\" role=\"img\">\n<title>Time from send to delivery</title>\n" + STYLE
                        + "<rect class=\"back\" width=\"100%\" height=\"100%\"/>\n");
        for (int i = 0; i < scenarios.size(); i++) {
            svg.append("<g transform=\"translate(").append(i * WIDTH).append(" 0)\">\n");
            panel(svg, scenarios.get(i));
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, Scenario scenario) {
        double from = scenario.steps().get(0).offered();
        double to = scenario.steps().get(scenario.steps().size() - 1).offered();
        text(svg, "title", LEFT, 18, scenario.name());
        for (double millis = LOWEST; millis <= HIGHEST * 1.01; millis *= 10) {
            line(svg, "grid", y(millis), y(millis));
            text(svg, "end", LEFT - 6, y(millis) + 4, millis < 1 ? "0.1 ms"
                    : millis < 1_000 ? Math.round(millis) + " ms" : Math.round(millis / 1_000) + " s");
        }
        line(svg, "limit", y(200), y(200));
        text(svg, "", LEFT + 4, y(200) - 4, "200 ms");
        for (double rate : new double[]{from, Math.sqrt(from * to), to}) {
            text(svg, "middle", x(rate, from, to), TOP + PLOT_HEIGHT + 18,
                    String.format(Locale.ROOT, "%,.0f", rate));
        }
        text(svg, "middle", LEFT + PLOT_WIDTH / 2.0, TOP + PLOT_HEIGHT + 38, "messages offered a second");
        curve(svg, scenario, "p99", from, to, Step::p99);
        curve(svg, scenario, "p50", from, to, Step::p50);
    }

    private static void curve(StringBuilder svg, Scenario scenario, String name, double from, double to,
            Function<Step, Duration> value) {
        StringBuilder points = new StringBuilder();
        for (Step step : scenario.steps()) {
            double at = y(value.apply(step).toNanos() / 1e6);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(step.offered(), from, to), at));
        }
        svg.append("<polyline class=\"").append(name).append("\" points=\"")
                .append(points.toString().strip()).append("\"/>\n");
        double first = y(value.apply(scenario.steps().get(0)).toNanos() / 1e6);
        text(svg, "", LEFT + 4, first + 16, name);
    }

    private static double x(double rate, double from, double to) {
        return LEFT + PLOT_WIDTH * Math.log(rate / from) / Math.log(to / from);
    }

    private static double y(double millis) {
        double share = Math.log(Math.clamp(millis, LOWEST, HIGHEST) / LOWEST) / Math.log(HIGHEST / LOWEST);
        return TOP + PLOT_HEIGHT * (1 - share);
    }

    private static void line(StringBuilder svg, String style, double fromY, double toY) {
        svg.append(String.format(Locale.ROOT,
                "<line class=\"%s\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n",
                style, LEFT, fromY, LEFT + PLOT_WIDTH, toY));
    }

    private static void text(StringBuilder svg, String style, double x, double y, String text) {
        svg.append(
                String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", style, x,
                        y, text));
    }
}
