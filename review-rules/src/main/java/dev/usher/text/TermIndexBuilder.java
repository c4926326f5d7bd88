// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a {@link TermIndex} of terms: at build time of the lists that ship, at start-up of a user's own. One use.
 */
final class TermIndexBuilder {
    private static final int LEAF_DEPTH = 3;

    private final Fold fold;
    private final boolean guarded;
    private final Set<String> starred = new HashSet<>();
    private final List<String> categories = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<Integer> infos = new ArrayList<>();

    private char[][] classes = new char[0][];
    private Integer[] order = new Integer[0];
    private int[] next = new int[1024];
    private int[] base = new int[1024];
    private int[] ending = new int[1024];
    private int[] low = new int[1024];
    private int[] high = new int[1024];
    private int[] depth = new int[1024];
    private int nodes;
    private int[] ends = new int[1024];
    private int endCount;
    private final List<Long> wideEdges = new ArrayList<>();

    /** @param guarded whether a word of the dictionary is never one of these terms */
    TermIndexBuilder(Fold fold, boolean guarded) {
        this.fold = fold;
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
        FoldedText text = new FoldedText(fold);
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
        int info = term.severity();
        if (digits && !letters) {
            folded = term.text().strip();
            info |= TermIndex.DIGITS;
        }
        info |= term.openLeft() || unspaced ? TermIndex.OPEN_LEFT : 0;
        info |= term.openRight() || unspaced ? TermIndex.OPEN_RIGHT : 0;
        info |= term.exact() ? TermIndex.EXACT : 0;
        info |= term.isAllow() ? TermIndex.ALLOWED : 0;
        info |= guarded ? TermIndex.GUARDED : 0;
        info |= phrase ? TermIndex.PHRASE : 0;
        info |= text.hasWide() ? TermIndex.WIDE : 0;
        info |= category(term.category()) << TermIndex.CATEGORY_SHIFT;
        put(folded, info);
        return this;
    }

    private String letters(Term term) {
        FoldedText text = new FoldedText(fold);
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
        classes = new char[count][];
        List<Integer> searched = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            classes[i] = classes(words.get(i));
            if ((infos.get(i) & TermIndex.DIGITS) == 0) {
                searched.add(i);
            }
        }
        order = searched.toArray(new Integer[0]);
        Arrays.sort(order, new ByClasses(classes));
        grow();
        char[] letters = letters();
        int[] at = new int[count + 1];
        int[] info = new int[count];
        for (int i = 0; i < count; i++) {
            at[i + 1] = at[i] + words.get(i).length();
            info[i] = infos.get(i) | (starred.contains(words.get(i)) ? TermIndex.STARRED : 0);
        }
        int[] bySum = new int[2 * powerOfTwo(2 * count + 8)];
        long[] sums = new long[powerOfTwo(count * 16 / 64 + 4)];
        sums(bySum, sums);
        int[] shapeTerm = shapes();
        int[] shapeKey = new int[shapeTerm.length];
        for (int i = 0; i < shapeKey.length; i++) {
            shapeKey[i] = shape(shapeTerm[i]);
        }
        return new TermIndex(fold.checksum, categories.toArray(new String[0]), starts(), quads(), records(),
                Arrays.copyOf(ends, endCount), wide(), letters, at, info, bySum, sums, shapeKey, shapeTerm);
    }

    /** The classes of a word's letters, runs squeezed, spaces left out; a wide letter stands for itself. */
    static char[] classes(String word) {
        char[] out = new char[word.length()];
        int n = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == ' ') {
                continue;
            }
            int letterClass = Fold.classOf(c);
            char symbol = letterClass == 0 ? c : (char) letterClass;
            if (n == 0 || out[n - 1] != symbol) {
                out[n++] = symbol;
            }
        }
        return Arrays.copyOf(out, n);
    }

    private char[] letters() {
        StringBuilder all = new StringBuilder();
        for (String word : words) {
            all.append(word);
        }
        char[] letters = new char[all.length()];
        all.getChars(0, letters.length, letters, 0);
        return letters;
    }

    private void grow() {
        node(0, order.length, 0);
        for (int node = 0; node < nodes; node++) {
            int from = low[node];
            int to = high[node];
            int d = depth[node];
            if (to - from == 1 && d >= LEAF_DEPTH) {
                next[node] = TermIndex.LEAF;
                base[node] = tail(classes[order[from]], d);
                ending[node] = order[from];
                continue;
            }
            int rest = from;
            while (rest < to && classes[order[rest]].length == d) {
                rest++;
            }
            if (rest > from) {
                ending[node] = endCount;
                for (int i = from; i < rest; i++) {
                    end(i + 1 < rest ? order[i] : ~order[i]);
                }
            }
            children(node, rest, to, d);
        }
    }

    /** Latin ones first, side by side; their order is that of their classes. */
    private void children(int node, int from, int to, int d) {
        int group = from;
        base[node] = nodes;
        while (group < to) {
            char symbol = classes[order[group]][d];
            int groupEnd = group;
            while (groupEnd < to && classes[order[groupEnd]][d] == symbol) {
                groupEnd++;
            }
            int child = node(group, groupEnd, d + 1);
            if (symbol < 32) {
                next[node] |= 1 << symbol;
            } else {
                next[node] |= 1;
                wideEdges.add((long) node << 40 | (long) symbol << 24 | child);
            }
            group = groupEnd;
        }
    }

    /** The next classes of a term, five bits each; nothing from the first wide letter on. */
    private static int tail(char[] word, int from) {
        int tail = 0;
        for (int i = from; i < word.length && i - from < 6 && word[i] < 32; i++) {
            tail |= word[i] << (5 * (i - from));
        }
        return tail;
    }

    private int[] records() {
        int[] records = new int[nodes << TermIndex.RECORD];
        for (int node = 0; node < nodes; node++) {
            int record = node << TermIndex.RECORD;
            records[record] = next[node];
            records[record + 1] = base[node];
            records[record + 2] = ending[node];
        }
        return records;
    }

    private int node(int from, int to, int d) {
        if (nodes == next.length) {
            int size = 2 * nodes;
            next = Arrays.copyOf(next, size);
            base = Arrays.copyOf(base, size);
            ending = Arrays.copyOf(ending, size);
            low = Arrays.copyOf(low, size);
            high = Arrays.copyOf(high, size);
            depth = Arrays.copyOf(depth, size);
        }
        low[nodes] = from;
        high[nodes] = to;
        depth[nodes] = d;
        ending[nodes] = -1;
        return nodes++;
    }

    private void end(int term) {
        if (endCount == ends.length) {
            ends = Arrays.copyOf(ends, 2 * endCount);
        }
        ends[endCount++] = term;
    }

    private long[] wide() {
        long[] table = new long[powerOfTwo(2 * wideEdges.size() + 2)];
        int mask = table.length - 1;
        for (long edge : wideEdges) {
            int i = TermIndex.slot(edge >>> 24) & mask;
            while (table[i] != 0) {
                i = i + 1 & mask;
            }
            table[i] = edge;
        }
        return table;
    }

    /** Where a term is shorter than four classes, or has a letter that is not Latin among them, all that may follow. */
    private long[] quads() {
        int count = order.length;
        long[] quads = new long[count > 20_000 ? 1 << 15 : count > 2_000 ? 1 << 12 : 1 << 10];
        int shift = TermIndex.quadShift(quads);
        for (int term : order) {
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

    private char[] starts() {
        char[] starts = new char[TermIndex.TRIPLES];
        for (int node = 0; node < nodes && depth[node] < LEAF_DEPTH; node++) {
            int d = depth[node];
            int path = path(node);
            if (path < 0) {
                continue;
            }
            if (ending[node] >= 0) { // whatever follows
                Arrays.fill(starts, path << (5 * (3 - d)), (path + 1) << (5 * (3 - d)), TermIndex.FROM_ROOT);
            } else if ((next[node] & 1) != 0) { // a wide letter follows, whatever follows that
                int from = path << (5 * (3 - d));
                Arrays.fill(starts, from, from + (1 << (5 * (2 - d))), TermIndex.FROM_ROOT);
            }
        }
        for (int node = 0; node < nodes && depth[node] <= LEAF_DEPTH; node++) {
            int path = depth[node] == LEAF_DEPTH ? path(node) : -1;
            if (path >= 0 && starts[path] == 0) {
                starts[path] = (char) node;
            }
        }
        return starts;
    }

    /** The classes that lead to the node, five bits each, or -1 where one of them is wide. */
    private int path(int node) {
        char[] word = low[node] < order.length ? classes[order[low[node]]] : new char[0];
        int path = 0;
        for (int i = 0; i < depth[node]; i++) {
            if (word[i] >= 32) {
                return -1;
            }
            path = path << 5 | word[i];
        }
        return path;
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
            int sum = 0;
            FoldedText text = new FoldedText(fold);
            text.fill(word);
            for (int i = 0; i < text.units; i++) {
                sum += FoldedText.weight(text.letter(i));
            }
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

    private int[] shapes() {
        List<Integer> terms = new ArrayList<>();
        int without = TermIndex.PHRASE | TermIndex.EXACT | TermIndex.ALLOWED | TermIndex.DIGITS;
        for (int term = 0; term < words.size(); term++) {
            if ((infos.get(term) & without) == 0 && words.get(term).length() >= 3) {
                terms.add(term);
            }
        }
        long[] keyed = new long[terms.size()];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = (long) shape(terms.get(i)) << 32 | terms.get(i);
        }
        Arrays.sort(keyed);
        int[] shapes = new int[keyed.length];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = (int) keyed[i];
        }
        return shapes;
    }

    private int shape(int term) {
        String word = words.get(term);
        return TermIndex.shape(word.length(), word.charAt(0), word.charAt(word.length() - 1));
    }

    /** The order of the trie; a class, because a lambda costs milliseconds at start-up. */
    private static final class ByClasses implements Comparator<Integer> {
        private final char[][] classes;

        ByClasses(char[][] classes) {
            this.classes = classes;
        }

        @Override
        public int compare(Integer a, Integer b) {
            return Arrays.compare(classes[a], classes[b]);
        }
    }

    private static int powerOfTwo(int atLeast) {
        return Integer.highestOneBit(Math.max(1, atLeast - 1)) << 1;
    }
}
