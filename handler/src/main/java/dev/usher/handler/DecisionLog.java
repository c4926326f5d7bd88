// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.json.JsonWriter;
import dev.usher.review.Failure;
import dev.usher.review.Mode;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;
import dev.usher.review.Step;
import dev.usher.review.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One line for each message, in CloudWatch's embedded metric format, so that the log is the metrics too: written by
 * hand, since a logging library costs more at start-up than the rest of the function. Without the message's text, its
 * sender, or what was found, unless {@link Settings.Log#FULL}. One thread at a time.
 */
public final class DecisionLog {
    private static final String[] COUNTS = {"Allowed", "Edited", "Denied", "Fallback", "ColdStart"};

    private final OutputStream out;
    private final Settings.Log level;
    private final LongSupplier epochMillis;

    /** Writes whole lines to the given stream. */
    public DecisionLog(OutputStream out, Settings.Log level, LongSupplier epochMillis) {
        this.out = out;
        this.level = level;
        this.epochMillis = epochMillis;
    }

    /**
     * Writes the line.
     *
     * @param elapsedMicros from the handler's first instruction to the answer
     */
    public void write(Decision decision, String functionName, boolean coldStart, long elapsedMicros)
            throws IOException {
        if (level == Settings.Log.NONE) {
            return;
        }
        JsonWriter line = new JsonWriter().beginObject();
        directive(line);
        line.name("FunctionName").value(functionName);
        if (decision instanceof Decision.Reviewed reviewed) {
            reviewed(line, reviewed.request(), reviewed.report());
        } else if (decision instanceof Decision.NotReviewed notReviewed) {
            notReviewed(line, notReviewed);
        }
        line.name("ColdStart").value(coldStart ? 1 : 0).name("Elapsed").value(elapsedMicros).endObject();
        out.write(line.toByteArray());
        out.write('\n');
        out.flush();
    }

    /** What tells CloudWatch which members are metrics. */
    private void directive(JsonWriter line) {
        line.name("_aws").beginObject()
                .name("Timestamp").value(epochMillis.getAsLong())
                .name("CloudWatchMetrics").beginArray().beginObject()
                .name("Namespace").value("Usher")
                .name("Dimensions").beginArray().beginArray().value("FunctionName").endArray().endArray()
                .name("Metrics").beginArray();
        for (String count : COUNTS) {
            line.beginObject().name("Name").value(count).name("Unit").value("Count").endObject();
        }
        line.beginObject().name("Name").value("Elapsed").name("Unit").value("Microseconds").endObject()
                .endArray().endObject().endArray().endObject();
    }

    private void reviewed(JsonWriter line, ReviewRequest request, ReviewReport report) {
        line.name("room").value(request.roomArn().value()).name("messageId").value(request.messageId());
        String rule = report.decidingRule();
        if (rule != null) {
            line.name("rule").value(rule);
        }
        outcome(line, report.result(), report.isEdited(), steps(line, report.steps()));
        if (level.compareTo(Settings.Log.ENFORCEMENT) >= 0) {
            personal(line, request, report);
        }
    }

    /** What the level asks for beside the decision. A message that only a failure refused names no user. */
    private void personal(JsonWriter line, ReviewRequest request, ReviewReport report) {
        boolean full = level == Settings.Log.FULL;
        List<String> annotatedBy = level == Settings.Log.ENFORCEMENT
                ? List.of()
                : annotatedBy(request, report);
        if (full || !annotatedBy.isEmpty() || isRefusedByARule(report)) {
            line.name("userId").value(request.sender().userId());
        }
        if (!annotatedBy.isEmpty()) {
            line.name("annotatedBy").beginArray();
            for (String ruleId : annotatedBy) {
                line.value(ruleId);
            }
            line.endArray().name("delivered").value(report.message().content());
        }
        if (full) {
            line.name("content").value(request.content()).name("ip").value(request.sender().ip());
        }
    }

    private static boolean isRefusedByARule(ReviewReport report) {
        for (Step step : report.steps()) {
            if (step.tookEffect() && step.failure() == null && step.verdict() instanceof Verdict.Deny) {
                return true;
            }
        }
        return false;
    }

    /** The rules that changed the attributes of a message that went to the room. */
    private static List<String> annotatedBy(ReviewRequest request, ReviewReport report) {
        List<String> ruleIds = new ArrayList<>();
        Map<String, String> attributes = request.message().attributes();
        for (Step step : report.steps()) {
            if (step.tookEffect() && step.verdict() instanceof Verdict.Edit edit) {
                if (!edit.message().attributes().equals(attributes)) {
                    ruleIds.add(step.ruleId());
                }
                attributes = edit.message().attributes();
            }
        }
        return report.result() == ReviewResult.ALLOW ? ruleIds : List.of();
    }

    private void notReviewed(JsonWriter line, Decision.NotReviewed decision) {
        outcome(line, decision.result(), false, true);
        line.name("notReviewed").value(level == Settings.Log.FULL ? decision.problem() : "unreadable event");
    }

    private static void outcome(JsonWriter line, ReviewResult result, boolean edited, boolean fallback) {
        boolean denied = result == ReviewResult.DENY;
        line.name("result").value(denied ? "DENY" : "ALLOW");
        line.name("Allowed").value(denied || edited ? 0 : 1).name("Edited").value(edited ? 1 : 0)
                .name("Denied").value(denied ? 1 : 0).name("Fallback").value(fallback ? 1 : 0);
    }

    /** What the rules did beside passing; whether one that is enforced has failed. */
    private static boolean steps(JsonWriter line, List<Step> steps) {
        List<String> observed = new ArrayList<>();
        boolean fallback = false;
        line.name("failures").beginObject();
        for (Step step : steps) {
            Failure failure = step.failure();
            if (failure != null) {
                line.name(step.ruleId()).value(failure.cause() + " " + failure.detail());
                fallback |= step.mode() == Mode.ENFORCE;
            } else if (step.mode() == Mode.OBSERVE && !(step.verdict() instanceof Verdict.Pass)) {
                observed.add(step.ruleId());
            }
        }
        line.endObject().name("observed").beginArray();
        for (String ruleId : observed) {
            line.value(ruleId);
        }
        line.endArray();
        return fallback;
    }
}
