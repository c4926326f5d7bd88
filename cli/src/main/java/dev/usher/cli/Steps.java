// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.handler.Decision;
import dev.usher.json.JsonWriter;
import dev.usher.review.Failure;
import dev.usher.review.Match;
import dev.usher.review.Mode;
import dev.usher.review.Step;
import dev.usher.review.Verdict;
import java.util.Set;
import java.util.TreeSet;

/** What each rule did, as the page's verdict cards want it (see {@link dev.usher.chat.page.Explainer}). */
final class Steps {
    private Steps() {}

    static byte[] json(Decision decision) {
        JsonWriter json = new JsonWriter().beginObject().name("steps").beginArray();
        switch (decision) {
            case Decision.NotReviewed not -> json.beginObject().name("rule").value("(event)").name("verdict")
                    .value(not.result().name().equals("DENY") ? "DENY" : "PASS").name("failure")
                    .value(not.problem())
                    .endObject();
            case Decision.Reviewed reviewed -> {
                int written = reviewed.request().content().length();
                int given = written;
                for (Step step : reviewed.report().steps()) {
                    step(json, step, given == written);
                    if (step.tookEffect() && step.verdict() instanceof Verdict.Edit edit) {
                        given = edit.message().content().length();
                    }
                }
            }
        }
        return json.endArray().endObject().toByteArray();
    }

    /**
     * One rule's line.
     *
     * @param inPlace whether the rule's places are those of the content as it was written: a rule before it may have
     *     masked, but has taken nothing out
     */
    private static void step(JsonWriter json, Step step, boolean inPlace) {
        json.beginObject().name("rule").value(step.ruleId()).name("verdict").value(word(step.verdict()))
                .name("micros").value(step.took().toNanos() / 1000);
        Set<String> kinds = new TreeSet<>();
        if (inPlace) {
            json.name("spans").beginArray();
        }
        for (Match match : step.verdict().matches()) {
            kinds.add(match.kind());
            if (inPlace) {
                json.beginArray().value(match.span().start()).value(match.span().end()).endArray();
            }
        }
        if (inPlace) {
            json.endArray();
        }
        String note = (step.mode() == Mode.OBSERVE ? "observes only" : "")
                + (step.mode() == Mode.OBSERVE && !kinds.isEmpty() ? "; " : "") + String.join(", ", kinds);
        if (!note.isEmpty()) {
            json.name("note").value(note);
        }
        Failure failure = step.failure();
        if (failure != null) {
            json.name("failure").value(failure.cause() + " " + failure.detail());
        }
        json.endObject();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass pass -> "PASS";
            case Verdict.Edit edit -> "EDIT";
            case Verdict.Deny deny -> "DENY";
        };
    }
}
