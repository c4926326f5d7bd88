// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.handler.Decision;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewResult;
import dev.usher.review.Step;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came of many messages; as large as the rules are many. One thread at a time. */
final class ReviewSummary {
    private final Durations took = new Durations();
    private final Map<String, Long> denials = new TreeMap<>();
    private final Map<String, Long> edits = new TreeMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private long allowed;
    private long edited;
    private long denied;
    private long bad;

    void reviewed(Decision.Reviewed decision, long nanos) {
        took.add(nanos);
        ReviewReport report = decision.report();
        String rule = report.decidingRule();
        String name = rule == null ? "-" : rule;
        if (report.result() == ReviewResult.DENY) {
            denied++;
            denials.merge(name, 1L, Long::sum);
        } else if (report.isEdited()) {
            edited++;
            edits.merge(name, 1L, Long::sum);
        } else {
            allowed++;
        }
        for (Step step : report.steps()) {
            if (step.failure() != null) {
                failures.merge(step.ruleId(), 1L, Long::sum);
            }
        }
    }

    void bad() {
        bad++;
    }

    boolean isAllGood() {
        return bad == 0;
    }

    long count() {
        return took.count() + bad;
    }

    void print(PrintStream err) {
        err.println(number(took.count(), "message") + ": " + number(allowed) + " allowed, " + number(edited)
                + " edited, " + number(denied) + " denied"
                + (took.count() == 0 ? "" : "; " + took + " a message"));
        byRule(err, "denied by", denials);
        byRule(err, "edited by", edits);
        byRule(err, "failed", failures);
        if (bad > 0) {
            err.println(number(bad, "value") + " could not be reviewed: see the lines with \"error\"");
        }
    }

    private static void byRule(PrintStream err, String what, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            StringBuilder text = new StringBuilder();
            counts.forEach((rule, count) -> text.append(text.isEmpty() ? "" : ", ").append(rule).append(' ')
                    .append(number(count)));
            err.println("  " + what + ": " + text);
        }
    }

    private static String number(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
