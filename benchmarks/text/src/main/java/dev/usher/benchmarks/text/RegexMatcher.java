// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The JDK's regex over one alternation of quoted terms. */
final class RegexMatcher implements Matcher {
    private final Pattern pattern;

    RegexMatcher(List<String> terms) {
        StringJoiner alternation = new StringJoiner("|");
        for (String term : terms) {
            alternation.add(Pattern.quote(term));
        }
        pattern = Pattern.compile(alternation.toString(), Pattern.CASE_INSENSITIVE);
    }

    @Override
    public int hits(String content) {
        java.util.regex.Matcher found = pattern.matcher(content);
        int hits = 0;
        while (found.find()) {
            hits++;
        }
        return hits;
    }
}
