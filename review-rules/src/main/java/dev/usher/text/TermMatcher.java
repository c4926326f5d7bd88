// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the terms of its lists in a message, through disguises and past the words that only look like them. Linear in
 * the message, whatever the lists; a message without a hit costs no memory. Thread-safe.
 */
public final class TermMatcher {
    /** The category of terms that the caller brings; they are of the highest severity. */
    public static final String OWN = "own";

    private final TextTables tables;
    private final TermFilter[] filters;
    /** 1 while the scan below is in use; whoever finds it so makes another for himself. */
    private final AtomicInteger busy = new AtomicInteger();
    private final Scan scan;

    private TermMatcher(TextTables tables, TermFilter[] filters) {
        this.tables = tables;
        this.filters = filters;
        this.scan = new Scan(tables.fold, tables.words, filters);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Whether {@link Builder#list} takes the name. */
    public static boolean ships(String name) {
        try {
            builder().list(name);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /**
     * Whether a term of the caller's own can be looked for.
     *
     * @throws IllegalArgumentException where it is none, or has neither a letter nor a digit; does not name it
     */
    public static void check(String term) {
        new TermIndexBuilder(TextTables.shipped().fold, false).add(Term.parse(term, OWN, 3));
    }

    /** The terms in the content, in its order; spans that overlap are one hit, under the most severe of its terms. */
    public List<TermHit> find(String content) {
        if (!busy.compareAndSet(0, 1)) {
            return new Scan(tables.fold, tables.words, filters).find(content);
        }
        try {
            return scan.find(content);
        } finally {
            busy.set(0);
        }
    }

    /** Every place where a term was looked at, and why it counted or not. Names terms: for those who tend the lists. */
    public List<Candidate> explain(String content) {
        return new Scan(tables.fold, tables.words, filters).explain(content);
    }

    /** How the content reads: its letters as they fold, other marks as they are, accents and invisible letters gone. */
    public String fold(String content) {
        FoldedText text = new FoldedText(tables.fold);
        text.fill(content);
        StringBuilder out = new StringBuilder(text.units);
        for (int i = 0; i < text.units; i++) {
            out.append(text.letter(i) == 0 ? '\uFFFD' : text.letter(i));
        }
        return out.toString();
    }

    /** What the message cost, in steps; for tests of the bound. */
    long steps(String content) {
        Scan own = new Scan(tables.fold, tables.words, filters);
        own.find(content);
        return own.steps();
    }

    /** Collects lists and terms. One thread at a time. */
    public static final class Builder {
        private final TextTables tables = TextTables.shipped();
        private final List<TermFilter> filters = new ArrayList<>();
        private final List<TermIndex> compiled = new ArrayList<>();
        private final List<Term> own = new ArrayList<>();
        private int minSeverity = 2;

        private Builder() {}

        /** The least severity of the lists named after this call: 1, 2 (where none is named) or 3. */
        public Builder minSeverity(int severity) {
            minSeverity = severity;
            return this;
        }

        /**
         * A list that ships: a language, such as {@code "en"}, or one category of it, such as {@code "en/slur"}.
         *
         * @throws IllegalArgumentException where there is no such list
         */
        public Builder list(String name) {
            int slash = name.indexOf('/');
            TermIndex index = tables.list(slash < 0 ? name : name.substring(0, slash));
            if (index == null) {
                throw new IllegalArgumentException("no list of this name ships: " + name);
            }
            Set<String> categories = new HashSet<>();
            if (slash >= 0) {
                categories.add(name.substring(slash + 1));
                if (!List.of(index.categories).containsAll(categories)) {
                    throw new IllegalArgumentException("no such category in the list: " + name);
                }
            }
            filters.add(new TermFilter(index, minSeverity, categories));
            return this;
        }

        /** The caller's own terms, in the syntax of {@link Term}. */
        public Builder words(List<String> terms) {
            return add(terms, OWN, 3);
        }

        /** What is excused where it stands; nothing beside it is. */
        public Builder allow(List<String> terms) {
            return add(terms, Term.ALLOW, 0);
        }

        /** The content of a list file. */
        public Builder file(TermFile file) {
            if (file.index == null) {
                own.addAll(file.terms);
            } else {
                compiled.add(file.index);
            }
            return this;
        }

        private Builder add(List<String> terms, String category, int severity) {
            for (int i = 0; i < terms.size(); i++) {
                own.add(Term.parse(terms.get(i), category, severity));
            }
            return this;
        }

        public TermMatcher build() {
            for (int i = 0; i < compiled.size(); i++) {
                filters.add(new TermFilter(compiled.get(i), minSeverity, Set.of()));
            }
            if (!own.isEmpty()) {
                TermIndexBuilder builder = new TermIndexBuilder(tables.fold, false);
                for (Term term : own) {
                    builder.add(term);
                }
                filters.add(new TermFilter(builder.build(), minSeverity, Set.of()));
            }
            return new TermMatcher(tables, filters.toArray(new TermFilter[0]));
        }
    }
}
