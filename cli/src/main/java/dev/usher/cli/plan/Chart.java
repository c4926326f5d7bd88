// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli.plan;

import java.util.Locale;

/** A picture of a run: messages of each second, and those that fell back. */
public final class Chart {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 240;
    private static final int MARGIN = 60;

    private Chart() {}

    /** The picture as SVG. */
    public static String svg(Outcome outcome, String title) {
        int most = 1;
        for (Outcome.Second second : outcome.bySecond()) {
            most = Math.max(most, second.messages());
        }
        StringBuilder all = new StringBuilder();
        StringBuilder fallen = new StringBuilder();
        for (int i = 0; i < outcome.bySecond().size(); i++) {
            double x = MARGIN + (double) WIDTH * i / Math.max(1, outcome.bySecond().size() - 1);
            point(all, x, outcome.bySecond().get(i).messages(), most);
            point(fallen, x, outcome.bySecond().get(i).fallbacks(), most);
        }
        int bottom = MARGIN + HEIGHT;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="%d" y="30">%s</text>
                <text x="8" y="%d">%d/s</text><text x="8" y="%d">0</text>
                <text x="%d" y="%d" text-anchor="end">%d s</text>
                <path d="M%d %dV%dH%d" fill="none" stroke="#888"/>
                <polyline points="%s" fill="none" stroke="#36c"/>
                <polyline points="%s" fill="none" stroke="#c33" stroke-width="2"/>
                <text x="%d" y="50" fill="#36c">messages</text><text x="%d" y="50" fill="#c33">fallbacks</text>
                </svg>
                """
                .formatted(WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN, MARGIN, title, MARGIN + 5, most, bottom,
                        WIDTH + MARGIN, bottom + 20, outcome.bySecond().size(), MARGIN, MARGIN, bottom,
                        WIDTH + MARGIN,
                        all, fallen, MARGIN, MARGIN + 90);
    }

    private static void point(StringBuilder line, double x, int value, int most) {
        line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x,
                MARGIN + HEIGHT - (double) HEIGHT * value / most));
    }
}
