// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a {@link TermIndex} of terms: at build time of the lists that ship, at start-up of a user's own. One use.
 */
final class TermIndexBuilder {
    private final Fold fold;
    /** One for all terms: a new one takes some three kilobytes. */
    private final FoldedText text;
    private final boolean guarded;
    private final Set<String> starred = new HashSet<>();
    private final List<String> categories = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<Integer> infos = new ArrayList<>();

    /** @param guarded whether a word of the dictionary is never one of these terms */
    TermIndexBuilder(Fold fold, boolean guarded) {
        this.fold = fold;
        this.text = new FoldedText(fold);
        this.guarded = guarded;
    }

    /** @throws IllegalArgumentException where a term has neither a letter nor a digit; tells its number, not itself */
    static TermIndex of(Fold fold, boolean guarded, List<Term> terms) {
        TermIndexBuilder builder = new TermIndexBuilder(fold, guarded);
        for (int i = 0; i < terms.size(); i++) {
            try {
                builder.add(terms.get(i));
            } catch (IllegalArgumentException none) {
                throw new IllegalArgumentException("term " + (i + 1) + ": " + none.getMessage(), none);
            }
        }
        return builder.build();
    }

    /** @throws IllegalArgumentException where the term has neither a letter nor a digit; does not name it */
    TermIndexBuilder add(Term term) {
        if (term.category().equals(Term.STARRED)) {
            starred.add(letters(term));
            return this;
        }
        if (isPlain(term.text())) {
            put(term.text(), info(term));
            return this;
        }
        text.fill(term.text());
        StringBuilder word = new StringBuilder();
        boolean letters = false;
        boolean digits = false;
        boolean unspaced = false;
        for (int i = 0; i < text.units; i++) {
            if (text.isLetter(i)) {
                letters |= !text.is(i, Fold.DIGIT);
                digits |= text.is(i, Fold.DIGIT);
                unspaced |= isUnspaced(text.letter(i));
                word.append(text.letter(i));
            } else if (!word.isEmpty() && word.charAt(word.length() - 1) != ' ') {
                word.append(' ');
            }
        }
        String folded = word.toString().strip();
        if (folded.isEmpty()) {
            throw new IllegalArgumentException("expected a term with a letter or a digit in it");
        }
        boolean phrase = folded.indexOf(' ') >= 0;
        int info = info(term);
        if (digits && !letters) {
            folded = term.text().strip();
            info |= TermIndex.DIGITS;
        }
        info |= unspaced ? TermIndex.OPEN_LEFT | TermIndex.OPEN_RIGHT : 0;
        info |= phrase ? TermIndex.PHRASE : 0;
        info |= text.hasWide() ? TermIndex.WIDE : 0;
        put(folded, info);
        return this;
    }

    /** What the term says of itself, whatever its letters. */
    private int info(Term term) {
        int info = term.severity();
        info |= term.openLeft() ? TermIndex.OPEN_LEFT : 0;
        info |= term.openRight() ? TermIndex.OPEN_RIGHT : 0;
        info |= term.exact() ? TermIndex.EXACT : 0;
        info |= term.isAllow() ? TermIndex.ALLOWED : 0;
        info |= guarded ? TermIndex.GUARDED : 0;
        info |= term.category().equals(TermMatcher.OWN) ? TermIndex.STARRED : 0;
        return info | category(term.category()) << TermIndex.CATEGORY_SHIFT;
    }

    /** Whether the word folds to itself: small letters of ASCII alone. */
    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return !word.isEmpty();
    }

    private String letters(Term term) {
        text.fill(term.text());
        return text.letters(0, text.units);
    }

    private void put(String folded, int info) {
        Integer old = seen.putIfAbsent(folded, words.size());
        if (old == null) {
            words.add(folded);
            infos.add(info);
        } else if ((infos.get(old) & TermIndex.SEVERITY) < (info & TermIndex.SEVERITY)) {
            infos.set(old, info);
        }
    }

    private int category(String name) {
        int known = categories.indexOf(name);
        if (known >= 0) {
            return known;
        }
        categories.add(name);
        return categories.size() - 1;
    }

    /** Han, kana, Thai, Lao, Khmer, Burmese: written without spaces; Hangul takes its particles without one. */
    private static boolean isUnspaced(char c) {
        return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF)
                || (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xE000 && c <= 0xFAFF);
    }

    TermIndex build() {
        int count = words.size();
        char[][] classes = new char[count][];
        int[] searched = new int[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            classes[i] = TermTrie.classes(words.get(i));
            if ((infos.get(i) & TermIndex.DIGITS) == 0) {
                searched[n++] = i;
            }
        }
        searched = Arrays.copyOf(searched, n);
        TermTrie trie = new TermTrie(classes, searched);
        int[] at = new int[count + 1];
        int[] info = new int[count];
        for (int i = 0; i < count; i++) {
            at[i + 1] = at[i] + words.get(i).length();
            info[i] = infos.get(i) | (starred.contains(words.get(i)) ? TermIndex.STARRED : 0);
        }
        char[] letters = new char[at[count]];
        for (int i = 0; i < count; i++) {
            words.get(i).getChars(0, at[i + 1] - at[i], letters, at[i]);
        }
        int[] bySum = new int[2 * powerOfTwo(2 * count + 8)];
        long[] sums = new long[powerOfTwo(count * 16 / 64 + 4)];
        sums(bySum, sums);
        int[] shapeTerm = shapes();
        int[] shapeKey = new int[shapeTerm.length];
        for (int i = 0; i < shapeKey.length; i++) {
            shapeKey[i] = shape(shapeTerm[i]);
        }
        return new TermIndex(fold.checksum, categories.toArray(new String[0]), trie.starts(),
                quads(classes, searched), trie.records(),
                trie.ends(), trie.wide(), letters, at, info, bySum, sums, shapeKey, shapeTerm);
    }

    /** Where a term is shorter than four classes, or has a letter that is not Latin among them, all that may follow. */
    private long[] quads(char[][] classes, int[] searched) {
        int count = searched.length;
        long[] quads = new long[count > 20_000 ? 1 << 15 : count > 2_000 ? 1 << 12 : 1 << 10];
        int shift = TermIndex.quadShift(quads);
        for (int term : searched) {
            char[] word = classes[term];
            int known = 0;
            int quad = 0;
            while (known < 4 && known < word.length && word[known] < 32) {
                quad = quad << 5 | word[known++];
            }
            long bits = (infos.get(term) & TermIndex.OPEN_LEFT) != 0 ? 3 : 1;
            int open = 5 * (4 - known);
            if (known == 0) {
                Arrays.fill(quads, -1L);
                return quads;
            }
            for (int rest = 0; rest < 1 << open; rest++) {
                int hash = TermIndex.quadHash(quad << open | rest, shift);
                quads[hash >> 5] |= bits << (hash << 1);
            }
        }
        return quads;
    }

    private void sums(int[] bySum, long[] sums) {
        int mask = bySum.length / 2 - 1;
        for (int term = 0; term < words.size(); term++) {
            String word = words.get(term);
            boolean digits = (infos.get(term) & TermIndex.DIGITS) != 0;
            int without = TermIndex.PHRASE | TermIndex.EXACT | TermIndex.ALLOWED;
            if (!digits && (word.length() < SwappedLetters.MIN_LENGTH || (infos.get(term) & without) != 0)) {
                continue;
            }
            int sum = sum(word);
            int bit = sum >>> 7 & (sums.length * 64 - 1);
            sums[bit >> 6] |= 1L << bit;
            int i = sum >>> 3 & mask;
            while (bySum[2 * i + 1] != 0) {
                i = i + 1 & mask;
            }
            bySum[2 * i] = sum;
            bySum[2 * i + 1] = term + 1;
        }
    }

    private int sum(String word) {
        int sum = 0;
        if (isPlain(word)) {
            for (int i = 0; i < word.length(); i++) {
                sum += Fold.weight(word.charAt(i));
            }
            return sum;
        }
        text.fill(word);
        for (int i = 0; i < text.units; i++) {
            sum += Fold.weight(text.letter(i));
        }
        return sum;
    }

    private int[] shapes() {
        int[] terms = new int[words.size()];
        long[] keys = new long[words.size()];
        int n = 0;
        int without = TermIndex.PHRASE | TermIndex.EXACT | TermIndex.ALLOWED | TermIndex.DIGITS;
        for (int term = 0; term < words.size(); term++) {
            if ((infos.get(term) & without) == 0 && words.get(term).length() >= 3) {
                keys[term] = shape(term);
                terms[n++] = term;
            }
        }
        return TermOrder.byKeys(Arrays.copyOf(terms, n), keys);
    }

    private int shape(int term) {
        String word = words.get(term);
        return TermIndex.shape(word.length(), word.charAt(0), word.charAt(word.length() - 1));
    }

    static int powerOfTwo(int atLeast) {
        return Integer.highestOneBit(Math.max(1, atLeast - 1)) << 1;
    }
}
