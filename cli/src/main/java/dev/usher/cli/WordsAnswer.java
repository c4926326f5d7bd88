// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.json.JsonWriter;
import dev.usher.text.Candidate;
import dev.usher.text.TermHit;
import dev.usher.text.TermMatcher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What became of one text. Immutable.
 *
 * @param candidates in the order of the text, what counted first
 */
record WordsAnswer(WordsRule rule, String text, String folded, List<TermHit> hits,
        List<Candidate> candidates) {
    static WordsAnswer of(WordsRule rule, String text) {
        TermMatcher matcher = rule.matcher();
        List<Candidate> candidates = new ArrayList<>(new LinkedHashSet<>(matcher.explain(text)));
        candidates
                .sort(Comparator.comparing((Candidate c) -> !c.isCounted()).thenComparingInt(Candidate::start)
                        .thenComparingInt(Candidate::end));
        return new WordsAnswer(rule, text, matcher.fold(text), matcher.find(text), candidates);
    }

    boolean isFound() {
        return !hits.isEmpty();
    }

    String table() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        if (isOfAFile()) {
            out.println("rule   " + rule.id());
        }
        out.println("text   " + shown(text));
        out.println("folds  " + shown(folded));
        out.println("found  " + found());
        if (!candidates.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            for (Candidate c : candidates) {
                List<String> row = new ArrayList<>(List.of(c.start() + ".." + c.end(),
                        shown(text.substring(c.start(), c.end())), shown(c.term()),
                        c.isAllow() ? c.category() : c.category() + " " + c.severity()));
                if (isOfAFile()) {
                    row.add(shown(rule.origin(c, text)));
                }
                row.add(shown(c.why(text)));
                rows.add(row);
            }
            out.println();
            new Table(isOfAFile() ? List.of("place", "there", "term", "category", "from", "why")
                    : List.of("place", "there", "term", "category", "why"), rows).print(out);
        }
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private boolean isOfAFile() {
        return !rule.id().isEmpty();
    }

    private String found() {
        if (hits.isEmpty()) {
            return candidates.isEmpty() ? "nothing, no term comes near" : "nothing";
        }
        StringBuilder found = new StringBuilder();
        for (TermHit hit : hits) {
            found.append(found.isEmpty() ? "" : ", ").append(shown(text.substring(hit.start(), hit.end())))
                    .append(" (").append(hit.category()).append('-').append(hit.severity()).append(')');
        }
        return found.toString();
    }

    byte[] json() {
        JsonWriter out = new JsonWriter().beginObject();
        if (isOfAFile()) {
            out.name("rule").value(rule.id());
        }
        out.name("text").value(text).name("folded").value(folded)
                .name("found").beginArray();
        for (TermHit hit : hits) {
            out.beginObject().name("start").value(hit.start()).name("end").value(hit.end())
                    .name("kind").value(hit.category() + "-" + hit.severity()).endObject();
        }
        out.endArray().name("candidates").beginArray();
        for (Candidate c : candidates) {
            out.beginObject().name("start").value(c.start()).name("end").value(c.end())
                    .name("there").value(text.substring(c.start(), c.end())).name("term").value(c.term())
                    .name("category").value(c.category()).name("severity").value(c.severity());
            if (isOfAFile()) {
                out.name("from").value(rule.origin(c, text));
            }
            out.name("counted").value(c.isCounted()).name("decision").value(c.decision().name())
                    .name("why").value(c.why(text)).endObject();
        }
        return out.endArray().endObject().toByteArray();
    }

    /** Letters that show nothing, or that a terminal obeys, as their numbers. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            boolean isHidden = type == Character.CONTROL || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.UNASSIGNED;
            if (isHidden) {
                shown.append("<U+").append(String.format("%04X", c)).append('>');
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }
}
