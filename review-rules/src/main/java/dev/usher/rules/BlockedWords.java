// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.text.Term;
import dev.usher.text.TermFile;
import dev.usher.text.TermMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Which words {@link Rules#blockedWords} finds. A word is found in its disguises too, and a word that only looks like
 * one is not. Terms are private: they stand in no match, no log and no reason. Immutable.
 *
 * @param lists what ships: a language, such as {@code "en"}, or one category of it, such as {@code "en/slur"}
 * @param minSeverity the least severity of the lists' terms: 1 (mild), 2 or 3 (severe)
 * @param words terms of one's own, in the syntax of {@link Term}
 * @param allow what is excused where it stands, in the same syntax; nothing beside it is
 * @param files list files of one's own, written or compiled
 * @param firstLetterStays whether the finds begin after the first character, so that a mask leaves it
 */
public record BlockedWords(List<String> lists, int minSeverity, List<String> words, List<String> allow,
        List<TermFile> files, boolean firstLetterStays) {
    /** English, all but mild words. */
    public static final BlockedWords ENGLISH = new BlockedWords(List.of("en"), 2, List.of(), List.of(),
            List.of(),
            false);

    public BlockedWords {
        lists = List.copyOf(lists);
        words = List.copyOf(words);
        allow = List.copyOf(allow);
        files = List.copyOf(files);
        if (minSeverity < 1 || minSeverity > 3) {
            throw new IllegalArgumentException("expected a severity of 1, 2 or 3, found " + minSeverity);
        }
    }

    /** The same by these lists. */
    public BlockedWords withLists(String... names) {
        return new BlockedWords(List.of(names), minSeverity, words, allow, files, firstLetterStays);
    }

    /** The same with terms of that severity and above. */
    public BlockedWords withMinSeverity(int severity) {
        return new BlockedWords(lists, severity, words, allow, files, firstLetterStays);
    }

    /** The same, and these terms. */
    public BlockedWords withWords(String... terms) {
        return new BlockedWords(lists, minSeverity, List.of(terms), allow, files, firstLetterStays);
    }

    /** The same, but for these. */
    public BlockedWords allowing(String... terms) {
        return new BlockedWords(lists, minSeverity, words, List.of(terms), files, firstLetterStays);
    }

    /**
     * The same, and the terms of these list files.
     *
     * @param contents see {@link dev.usher.text.TermList}
     */
    public BlockedWords withFiles(String... contents) {
        List<TermFile> parsed = new ArrayList<>();
        for (String content : contents) {
            parsed.add(TermFile.parse(content));
        }
        return new BlockedWords(lists, minSeverity, words, allow, parsed, firstLetterStays);
    }

    /** The same, where a mask leaves the first character. */
    public BlockedWords keepingFirstLetters() {
        return new BlockedWords(lists, minSeverity, words, allow, files, true);
    }

    /**
     * Makes what finds them: lists are read, terms compiled.
     *
     * @throws IllegalArgumentException where a list does not ship or a term is none; names its place, not the term
     */
    public TermMatcher matcher() {
        TermMatcher.Builder builder = TermMatcher.builder().minSeverity(minSeverity);
        for (String list : lists) {
            builder.list(list);
        }
        for (TermFile file : files) {
            builder.file(file);
        }
        return builder.words(words).allow(allow).build();
    }
}
