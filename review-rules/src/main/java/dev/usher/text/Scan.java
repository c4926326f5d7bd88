// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message against the lists: fills the view, walks each index over it, and collects what holds. Kept and used
 * again, so that a message without a hit costs no memory. One thread at a time.
 */
final class Scan {
    /** Far beyond any list but one made to be slow: what a message may cost for each of its units. */
    private static final int STEPS_PER_UNIT = 96;

    private final FoldedText text;
    private final Evidence evidence;
    /** Null until a message asks for it, as few do. */
    private @Nullable SecondReadings readings;
    final OrdinaryWords words;
    private final Hits hits = new Hits();
    final TermFilter[] filters;

    private int[] places = new int[0];

    private long steps;
    private long maxSteps;
    private @Nullable List<Candidate> trace;

    Scan(Fold fold, OrdinaryWords words, TermFilter[] filters) {
        this.filters = filters;
        text = new FoldedText(fold);
        evidence = new Evidence(text, words);
        this.words = words;
    }

    List<TermHit> find(String content) {
        run(content, null);
        return hits.isEmpty() ? List.of() : hits.merged();
    }

    long steps() {
        return steps;
    }

    List<Candidate> explain(String content) {
        List<Candidate> candidates = new ArrayList<>();
        run(content, candidates);
        return candidates;
    }

    private void run(String content, @Nullable List<Candidate> candidates) {
        trace = candidates;
        hits.clear();
        steps = 0;
        text.fill(content);
        evidence.begin();
        maxSteps = (long) STEPS_PER_UNIT * (text.units + 64);
        for (TermFilter filter : filters) {
            search(filter, text, evidence);
            words(filter);
        }
        if (text.doubtful > 0) {
            readings().look(this, text);
        }
        hits.excuse(trace);
    }

    private SecondReadings readings() {
        SecondReadings known = readings;
        if (known == null) {
            known = new SecondReadings(text.fold, words);
            readings = known;
        }
        return known;
    }

    void search(TermFilter filter, FoldedText view, Evidence check) {
        TermIndex index = filter.index;
        long[] quads = index.quads;
        long[] affixes = Affixes.ENDS;
        long anywhere = trace == null ? 0 : 1;
        int shift = index.quadShift;
        int[] run = view.run;
        int count = view.elements;
        int[] found = places(count);
        int window = (run[1] & 31) << 10 | (count > 0 ? (run[2] & 31) << 5 | (run[3] & 31) : 0);
        int n = 0;
        for (int i = 0; i < count; i++) { // no branch: what follows is hard to foresee
            window = window << 5 | (run[i + 4] & 31);
            int hash = TermIndex.quadHash(window, shift);
            int before = window >>> 20 & 1023;
            int length = (run[i + 2] >>> 6) - (run[i + 1] >>> 6); // in a longer run a word may begin or end
            long begins = run[i + 1] >>> 5 | (1 - length) >>> 31 | affixes[before >> 6] >>> before | anywhere;
            long quad = quads[hash >> 5] >>> (hash << 1);
            found[n] = i << 15 | (window >>> 5 & TermIndex.TRIPLES - 1);
            n += (int) ((quad & begins) | quad >>> 1) & 1;
        }
        for (int i = 0; i < n; i++) {
            char node = index.starts[found[i] & TermIndex.TRIPLES - 1];
            if (node != 0) {
                walk(filter, view, check, found[i] >>> 15, node);
            }
        }
    }

    private void walk(TermFilter filter, FoldedText view, Evidence check, int from, char start) {
        TermIndex index = filter.index;
        int[] nodes = index.nodes;
        int node = start == TermIndex.FROM_ROOT ? 0 : start;
        int at = start == TermIndex.FROM_ROOT ? from : from + 3;
        while (steps < maxSteps) {
            steps++;
            int record = node << TermIndex.RECORD;
            int next = nodes[record];
            if ((next & TermIndex.LEAF) != 0) {
                if (startsTail(view, at, nodes[record + 1])) {
                    int term = nodes[record + 2];
                    int to = tail(index, view, term, from, at);
                    if (to > 0) {
                        candidate(filter, view, check, term, from, to);
                    }
                }
                return;
            }
            int ending = nodes[record + 2];
            if (ending >= 0) {
                endings(filter, view, check, ending, from, at);
            }
            if (at >= view.elements) {
                return;
            }
            int letterClass = view.classOf(at);
            node = letterClass != 0
                    ? index.child(record, letterClass)
                    : index.wideChild(node, view.letter(view.first(at)));
            if (node < 0) {
                return;
            }
            at++;
        }
    }

    private void endings(TermFilter filter, FoldedText view, Evidence check, int ending, int from, int to) {
        boolean last = false;
        for (int i = ending; !last && steps < maxSteps; i++) {
            int term = filter.index.ends[i];
            last = term < 0;
            candidate(filter, view, check, last ? ~term : term, from, to);
        }
    }

    /** Whether the message goes on with the classes, five bits each, the first one lowest. */
    private static boolean startsTail(FoldedText view, int at, int classes) {
        int i = at;
        for (int rest = classes; rest != 0; rest >>>= 5) {
            if (i >= view.elements || view.classOf(i++) != (rest & 31)) {
                return false;
            }
        }
        return true;
    }

    /** Where the elements end if the classes of a leaf's term go on as the message does from {@code at}, or -1. */
    private int tail(TermIndex index, FoldedText view, int term, int from, int at) {
        int skip = at - from;
        int element = from;
        int last = -1;
        for (int p = index.at[term]; p < index.at[term + 1]; p++) {
            char c = index.letters[p];
            int symbol = c == ' ' ? last : Fold.classOf(c);
            symbol = symbol == 0 ? c : symbol;
            if (symbol == last) {
                continue;
            }
            last = symbol;
            if (skip-- > 0) {
                element++;
                continue;
            }
            steps++;
            if (element >= view.elements) {
                return -1;
            }
            int found = view.classOf(element);
            if ((found == 0 ? view.letter(view.first(element)) : found) != symbol) {
                return -1;
            }
            element++;
        }
        return element;
    }

    private void candidate(TermFilter filter, FoldedText view, Evidence check, int term, int element,
            int to) {
        steps++;
        if (!looksAt(filter, term) || (trace == null && !check.mayStand(filter.index, term, element, to))) {
            return;
        }
        Decision decision = check.judge(filter.index, term, element);
        steps += check.steps();
        if (check.to() > check.from()) {
            note(filter, term, view.start(check.from()), view.end(check.to() - 1), decision);
        }
    }

    /** Whether the term is asked for; one that is not is looked at only to tell of it. */
    boolean looksAt(TermFilter filter, int term) {
        return trace != null || filter.accepts(term);
    }

    void note(TermFilter filter, int term, int start, int end, Decision decision) {
        if (trace != null) {
            trace(trace, filter, term, start, end, decision);
        }
        if (decision.isHit() && (trace == null || filter.accepts(term))) {
            hits.add(filter.index, term, start, end);
        }
    }

    /** What is looked up word by word rather than walked: transposed letters, digits, masks. */
    private void words(TermFilter filter) {
        TermIndex index = filter.index;
        long[] unit = text.unit;
        int[] ends = text.separator;
        int count = text.separators;
        int[] found = places(count);
        int before = 0;
        int entries = 0;
        int n = 0;
        for (int i = 0; i < count - 1; i++) { // no branch, as in the search
            long end = unit[ends[i]]; // what separates has no weight of its own
            int until = (int) (end >>> 32);
            entries |= (int) end;
            found[n] = i;
            n += index.sumBit(until - before);
            before = until;
        }
        found[n] = count - 1;
        n += index.sumBit(text.sumBefore(text.units) - before);
        for (int i = 0; i < n; i++) {
            int last = found[i] - 1;
            int start = last < 0 ? 0 : ends[last] + 1;
            int end = ends[last + 1];
            int sum = text.sumBefore(end) - (last < 0 ? 0 : text.sumBefore(ends[last]));
            SwappedLetters.look(this, filter, text, start, end, sum);
        }
        if (Fold.markBit(entries) != 0) {
            MaskedLetters.look(this, filter, text);
        }
    }

    private int[] places(int count) {
        if (places.length < count) {
            places = new int[count + (count >> 1)];
        }
        return places;
    }

    boolean step() {
        return ++steps < maxSteps;
    }

    boolean mayGoOn() {
        return steps < maxSteps;
    }

    private static void trace(List<Candidate> trace, TermFilter filter, int term, int start, int end,
            Decision decision) {
        boolean asked = filter.accepts(term);
        if (asked || decision.isHit()) {
            trace.add(new Candidate(start, end, filter.index.written(term), filter.index.category(term),
                    filter.index.severity(term), asked ? decision : Decision.NOT_ASKED_FOR));
        }
    }

    boolean isHit(int start, int end) {
        return hits.isHit(start, end);
    }
}
