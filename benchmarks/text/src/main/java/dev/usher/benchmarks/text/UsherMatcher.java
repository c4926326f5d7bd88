// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import dev.usher.text.TermMatcher;
import java.util.List;

/** Our own engine with every disguise that it sees through, and the dictionary that holds it back. */
final class UsherMatcher implements Matcher {
    private final TermMatcher matcher;

    UsherMatcher(List<String> terms) {
        this.matcher = TermMatcher.builder().words(terms).build();
    }

    @Override
    public int hits(String content) {
        return matcher.find(content).size();
    }
}
