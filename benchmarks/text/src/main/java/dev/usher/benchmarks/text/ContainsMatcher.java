// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import java.util.List;
import java.util.Locale;

/** The loop that most handlers begin with. */
final class ContainsMatcher implements Matcher {
    private final List<String> terms;

    ContainsMatcher(List<String> terms) {
        this.terms = List.copyOf(terms);
    }

    @Override
    public int hits(String content) {
        String lower = content.toLowerCase(Locale.ROOT);
        int hits = 0;
        for (String term : terms) {
            if (lower.contains(term)) {
                hits++;
            }
        }
        return hits;
    }
}
