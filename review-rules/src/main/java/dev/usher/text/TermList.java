// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list file: one term a line, {@code #} begins a comment, and a heading such as {@code [slur 3]} or
 * {@code [allow]} gives category and severity to the terms below it.
 */
public final class TermList {
    private TermList() {}

    /**
     * The terms in the order of the file.
     *
     * @param heading the category of the terms above the first heading
     * @throws IllegalArgumentException names the line, never the term
     */
    public static List<Term> parse(String file, String heading, int severityAbove) {
        return parse(file, heading, severityAbove, null);
    }

    /** @param index where each term goes as well, so that the line of one that it refuses is known */
    static List<Term> parse(String file, String heading, int severityAbove,
            @Nullable TermIndexBuilder index) {
        List<Term> terms = new ArrayList<>();
        String category = heading;
        int severity = severityAbove;
        int number = 0;
        for (int at = 0; at < file.length();) {
            int end = file.indexOf('\n', at);
            end = end < 0 ? file.length() : end;
            number++;
            String line = file.substring(at, end);
            at = end + 1;
            int comment = line.indexOf('#');
            line = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (line.startsWith("\uFEFF")) {
                line = line.substring(1).strip();
            }
            if (line.isEmpty()) {
                continue;
            }
            try {
                if (line.startsWith("[")) {
                    int space = line.indexOf(' ');
                    if (!line.endsWith("]") || line.length() < 3) {
                        throw new IllegalArgumentException("expected a heading such as [slur 3] or [allow]");
                    }
                    category = line.substring(1, space < 0 ? line.length() - 1 : space);
                    severity = space < 0 ? 0 : severity(line.substring(space + 1, line.length() - 1).strip());
                    if (severity == 0 && !category.equals(Term.ALLOW) && !category.equals(Term.STARRED)) {
                        throw new IllegalArgumentException("expected a severity of 1, 2 or 3 in the heading");
                    }
                } else {
                    Term term = Term.parse(line, category, severity);
                    terms.add(term);
                    if (index != null) {
                        index.add(term);
                    }
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }
        return terms;
    }

    private static int severity(String text) {
        if (text.length() != 1 || text.charAt(0) < '1' || text.charAt(0) > '3') {
            throw new IllegalArgumentException("expected a severity of 1, 2 or 3 in the heading");
        }
        return text.charAt(0) - '0';
    }
}
