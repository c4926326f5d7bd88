// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.Set;

/** Which terms of an index are asked for: by severity, and by category where some are named. Immutable. */
final class TermFilter {
    final TermIndex index;
    final int minSeverity;
    private final boolean[] wanted;

    /** @param categories empty for all of them */
    TermFilter(TermIndex index, int minSeverity, Set<String> categories) {
        this.index = index;
        this.minSeverity = minSeverity;
        this.wanted = new boolean[index.categories.length];
        for (int i = 0; i < wanted.length; i++) {
            String category = index.categories[i];
            wanted[i] = categories.isEmpty() || categories.contains(category) || category.equals(Term.ALLOW);
        }
    }

    boolean accepts(int term) {
        int info = index.info[term];
        return (info & TermIndex.ALLOWED) != 0
                || ((info & TermIndex.SEVERITY) >= minSeverity && wanted[info >>> TermIndex.CATEGORY_SHIFT]);
    }
}
