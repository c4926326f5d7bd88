// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.json.JsonWriter;
import dev.usher.review.Failure;
import dev.usher.review.Match;
import dev.usher.review.Mode;
import dev.usher.review.Step;
import dev.usher.review.Verdict;
import java.util.List;

/** What each rule did, for {@code --explain}. Spans are in the content that the rule was given. */
final class Explanation {
    private Explanation() {}

    /** The response with a member {@code "steps"} at its end. */
    static byte[] added(byte[] response, List<Step> steps) {
        JsonWriter json = new JsonWriter().beginArray();
        for (Step step : steps) {
            json.beginObject().name("rule").value(step.ruleId()).name("verdict").value(word(step.verdict()));
            if (step.mode() == Mode.OBSERVE) {
                json.name("mode").value("observe");
            }
            json.name("took").value(step.took().toNanos() / 1000);
            matches(json, step.verdict().matches());
            Failure failure = step.failure();
            if (failure != null) {
                json.name("failure").value(failure.cause() + " " + failure.detail());
            }
            json.endObject();
        }
        return joined(response, json.endArray().toByteArray());
    }

    private static void matches(JsonWriter json, List<Match> matches) {
        json.name("matches").beginArray();
        for (Match match : matches) {
            json.beginObject().name("start").value(match.span().start()).name("end").value(match.span().end())
                    .name("kind").value(match.kind()).endObject();
        }
        json.endArray();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass pass -> "pass";
            case Verdict.Edit edit -> "edit";
            case Verdict.Deny deny -> "deny";
        };
    }

    private static byte[] joined(byte[] response, byte[] steps) {
        byte[] name = {',', '"', 's', 't', 'e', 'p', 's', '"', ':'};
        byte[] joined = new byte[response.length + name.length + steps.length];
        int end = response.length - 1; // the closing brace
        System.arraycopy(response, 0, joined, 0, end);
        System.arraycopy(name, 0, joined, end, name.length);
        System.arraycopy(steps, 0, joined, end + name.length, steps.length);
        joined[joined.length - 1] = '}';
        return joined;
    }
}
