// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.cli.plan.Outcome;
import dev.usher.cli.plan.Planner.Plan;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** The chosen plan over time, and the others beside it, as a picture for light and dark pages. */
final class PlanChart {
    private static final int WIDTH = 960;
    private static final int LEFT = 84;
    private static final int RIGHT = WIDTH - 24;
    private static final int POINTS = 240;

    private final PlanReport report;
    private final String headline;
    private final StringBuilder svg = new StringBuilder();

    PlanChart(PlanReport report, String headline) {
        this.report = report;
        this.headline = headline;
    }

    String svg() {
        Plan plan = report.chosen().orElse(report.plans().getLast());
        Outcome outcome = plan.outcome();
        boolean several = report.plans().size() > 1;
        int height = several ? 700 : 480;
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" font-family=\"system-ui,sans-serif\" font-size=\"13\">");
        line("<style>svg{background:#fff;color:#1b1f24}.m{stroke:#8a94a0}.f{fill:#cf222e}.e{stroke:#0969da}.g{stroke:#d0d7de}"
                + ".c{fill:#1a7f37}.d{fill:#57606a}@media(prefers-color-scheme:dark){svg{background:#0d1117;color:#e6edf3}"
                + ".g{stroke:#30363d}.f{fill:#ff7b72}.e{stroke:#58a6ff}.c{fill:#56d364}.d{fill:#9198a1}}"
                + "text{fill:currentColor}</style>");
        text(LEFT, 26, "start", headline, "font-weight=\"600\"");
        text(LEFT, 46, "start", "With ProvisionedConcurrency=" + plan.fleet().provisioned() + ": "
                + PlanReport.percent(outcome.fallbackShare()) + " fall back, "
                + PlanReport.dollars(plan.bill().sum()) + " a month", "class=\"d\"");
        panel(80, 130, "messages a second", i -> per(outcome, i, Measure.MESSAGES), "m");
        panel(230, 80, "environments", i -> per(outcome, i, Measure.ENVIRONMENTS), "e");
        bars(340, 90, outcome);
        axis(430, outcome.messagesBetween(0, report.span()) == 0 ? 1 : report.span());
        if (several) {
            others(500, 150);
        }
        line("</svg>");
        return svg.toString();
    }

    private enum Measure {
        MESSAGES, ENVIRONMENTS, FALLBACKS
    }

    /** The value for the point, the most of its seconds, or the mean a second of messages. */
    private double per(Outcome outcome, int point, Measure measure) {
        int points = points();
        double from = Math.floor(report.span() * point / points);
        double to = Math.max(from + 1, Math.floor(report.span() * (point + 1) / points));
        return switch (measure) {
            case MESSAGES -> outcome.messagesBetween(from, to) / (to - from);
            case FALLBACKS -> outcome.fallbacksBetween(from, to);
            case ENVIRONMENTS -> outcome.environmentsAt(from);
        };
    }

    private int points() {
        return (int) Math.min(POINTS, Math.max(1, Math.floor(report.span())));
    }

    private void panel(int top, int height, String title, IntToDoubleFunction value,
            String style) {
        double most = 1e-9;
        for (int i = 0; i < points(); i++) {
            most = Math.max(most, value.applyAsDouble(i));
        }
        grid(top, height, title, most);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points(); i++) {
            path.append(i == 0 ? 'M' : 'L').append(tenth(x(i + 0.5, points()))).append(',')
                    .append(tenth(top + height * (1 - value.applyAsDouble(i) / most)));
        }
        line("<path class=\"" + style + "\" fill=\"none\" stroke-width=\"1.5\" d=\"" + path + "\"/>");
    }

    private void bars(int top, int height, Outcome outcome) {
        double most = 1e-9;
        for (int i = 0; i < points(); i++) {
            most = Math.max(most, per(outcome, i, Measure.FALLBACKS));
        }
        grid(top, height, "fallbacks", most < 1 ? 1 : most);
        double width = (double) (RIGHT - LEFT) / points();
        for (int i = 0; i < points(); i++) {
            double value = per(outcome, i, Measure.FALLBACKS);
            if (value > 0) {
                double tall = Math.max(1.5, height * value / most);
                bar(x(i, points()), top + height - tall, Math.max(1, width * 0.9), tall);
            }
        }
    }

    private void grid(int top, int height, String title, double most) {
        rule(top);
        rule(top + height);
        text(LEFT - 8, top + 5, "end", round(most), "");
        text(LEFT - 8, top + height + 4, "end", "0", "");
        text(LEFT, top - 6, "start", title, "class=\"d\"");
    }

    private void axis(int y, double seconds) {
        for (int i = 0; i <= 5; i++) {
            String anchor = i == 0 ? "start" : i == 5 ? "end" : "middle";
            text((int) x(i, 5), y + 20, anchor, round(seconds * i / 5) + " s", "class=\"d\"");
        }
    }

    /** Each plan that was played: what falls back (a bar, by its logarithm) and what it costs. */
    private void others(int top, int height) {
        int count = report.plans().size();
        text(LEFT, top - 14, "start",
                "provisioned concurrency: what falls back (red, each step of height ten times as much) and a month's bill",
                "class=\"d\"");
        rule(top + height - 40);
        for (int i = 0; i < count; i++) {
            Plan plan = report.plans().get(i);
            double share = plan.outcome().fallbackShare();
            double tall = share == 0 ? 0 : (height - 60) * Math.clamp((Math.log10(share) + 6) / 6, 0.02, 1);
            double middle = x(i + 0.5, count);
            double width = Math.min(40, (RIGHT - LEFT) / (double) count * 0.7);
            bar(middle - width / 2, top + height - 40 - tall, width, tall);
            String weight = report.isChosen(plan) ? "font-weight=\"700\"" : "";
            String size = count > 12 ? " font-size=\"10\"" : "";
            text((int) middle, (int) (top + height - 44 - tall), "middle", PlanReport.percent(share),
                    weight + size);
            text((int) middle, top + height - 22, "middle", PlanReport.number(plan.fleet().provisioned()),
                    weight + size);
            text((int) middle, top + height - 4, "middle", PlanReport.dollars(plan.bill().sum()),
                    "class=\"c\" " + weight + size);
        }
        text(LEFT - 8, top + height - 22, "end", "provisioned", "class=\"d\" font-size=\"11\"");
        text(LEFT - 8, top + height - 4, "end", "a month", "class=\"d\" font-size=\"11\"");
    }

    private static double x(double step, int steps) {
        return LEFT + (RIGHT - LEFT) * step / steps;
    }

    private static String round(double number) {
        return String.format(Locale.ROOT, number < 10 && number != Math.rint(number) ? "%.1f" : "%,.0f",
                number);
    }

    private void rule(int y) {
        line("<path class=\"g\" d=\"M" + LEFT + "," + y + "H" + RIGHT + "\"/>");
    }

    private void bar(double x, double y, double width, double height) {
        line("<rect class=\"f\" x=\"" + tenth(x) + "\" y=\"" + tenth(y) + "\" width=\"" + tenth(width)
                + "\" height=\"" + tenth(height) + "\"/>");
    }

    private void text(int x, int y, String anchor, String words, String attributes) {
        line("<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\" " + attributes + ">"
                + words
                + "</text>");
    }

    private static String tenth(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private void line(String xml) {
        svg.append(xml).append('\n');
    }
}
