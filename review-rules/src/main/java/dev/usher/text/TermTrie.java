// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Grows the trie over letter classes that a {@link TermIndex} is searched by, level by level, and lays it out flat.
 * One use.
 */
final class TermTrie {
    private static final int LEAF_DEPTH = 3;

    private final char[][] classes;
    /** The terms in the order of their classes; a node stands for a stretch of it, {@code low} to {@code high}. */
    private final int[] order;

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

    /** @param terms those that are searched for, numbers in {@code classes} */
    TermTrie(char[][] classes, int[] terms) {
        this.classes = classes;
        order = TermOrder.byClasses(terms, classes);
        grow();
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

    int[] records() {
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

    long[] wide() {
        long[] table = new long[TermIndexBuilder.powerOfTwo(2 * wideEdges.size() + 2)];
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

    char[] starts() {
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

    int[] ends() {
        return Arrays.copyOf(ends, endCount);
    }
}
