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
    /** Hits and excuses beyond these in one message are left out: it is refused or masked anyhow. */
    private static final int MAX_HITS = 256;

    /** Far beyond any list but one made to be slow: what a message may cost for each of its units. */
    private static final int STEPS_PER_UNIT = 96;

    private static final int MAX_DOUBTS = 4;

    /** Words read again, in all of a message. */
    private static final int MAX_READINGS = 128;

    final FoldedText text;
    private final FoldedText part;
    final Evidence evidence;
    private final Evidence partEvidence;
    private final MaskedLetters masked;
    private final SwappedLetters swapped;
    private final OrdinaryWords words;
    final TermFilter[] filters;

    private int hits;
    private final int[] hitStart = new int[MAX_HITS];
    private final int[] hitEnd = new int[MAX_HITS];
    private final int[] hitTerm = new int[MAX_HITS];
    private final TermFilter[] hitFilter;
    private int excuses;
    private final int[] excuseStart = new int[MAX_HITS];
    private final int[] excuseEnd = new int[MAX_HITS];

    private int[] places = new int[0];

    private long steps;
    private long maxSteps;
    private @Nullable List<Candidate> trace;

    Scan(Fold fold, OrdinaryWords words, TermFilter[] filters) {
        this.words = words;
        this.filters = filters;
        text = new FoldedText(fold);
        part = new FoldedText(fold);
        evidence = new Evidence(text, words);
        partEvidence = new Evidence(part, words);
        masked = new MaskedLetters(words);
        swapped = new SwappedLetters(words);
        hitFilter = new TermFilter[MAX_HITS];
    }

    List<TermHit> find(String content) {
        run(content, null);
        return hits == 0 ? List.of() : merged();
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
        hits = 0;
        excuses = 0;
        steps = 0;
        text.fill(content);
        evidence.begin();
        maxSteps = (long) STEPS_PER_UNIT * (text.units + 64);
        for (TermFilter filter : filters) {
            search(filter, text, evidence);
            words(filter);
        }
        if (text.doubtful > 0) {
            doubts();
        }
        if (excuses > 0) {
            excuse();
        }
    }

    void search(TermFilter filter, FoldedText view, Evidence check) {
        TermIndex index = filter.index;
        long[] quads = index.quads;
        long[] affixes = Affixes.ENDS;
        long anywhere = trace == null ? 0 : 1;
        int shift = index.quadShift;
        int[] run = view.run;
        int count = view.elements;
        if (places.length < count) {
            places = new int[run.length];
        }
        int[] found = places;
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
                    if (tail(index, view, term, from, at)) {
                        candidate(filter, view, check, term, from);
                    }
                }
                return;
            }
            int ending = nodes[record + 2];
            if (ending >= 0) {
                endings(filter, view, check, ending, from);
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

    private void endings(TermFilter filter, FoldedText view, Evidence check, int ending, int from) {
        boolean last = false;
        for (int i = ending; !last && steps < maxSteps; i++) {
            int term = filter.index.ends[i];
            last = term < 0;
            candidate(filter, view, check, last ? ~term : term, from);
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

    /** Whether the classes of a leaf's term go on as the message does from the element {@code at}. */
    private boolean tail(TermIndex index, FoldedText view, int term, int from, int at) {
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
                return false;
            }
            int found = view.classOf(element);
            if ((found == 0 ? view.letter(view.first(element)) : found) != symbol) {
                return false;
            }
            element++;
        }
        return true;
    }

    private void candidate(TermFilter filter, FoldedText view, Evidence check, int term, int element) {
        steps++;
        if (!filter.accepts(term)) {
            return;
        }
        Decision decision = check.judge(filter.index, term, element);
        steps += check.steps();
        if (check.to() > check.from()) {
            note(filter, term, view.start(check.from()), view.end(check.to() - 1), decision);
        }
    }

    void note(TermFilter filter, int term, int start, int end, Decision decision) {
        if (trace != null) {
            trace.add(new Candidate(start, end, filter.index.text(term), filter.index.category(term),
                    filter.index.severity(term), decision));
        }
        if (!decision.isHit()) {
            return;
        }
        if (filter.index.has(term, TermIndex.ALLOWED)) {
            if (excuses < MAX_HITS) {
                excuseStart[excuses] = start;
                excuseEnd[excuses++] = end;
            }
        } else if (hits < MAX_HITS) {
            hitStart[hits] = start;
            hitEnd[hits] = end;
            hitTerm[hits] = term;
            hitFilter[hits++] = filter;
        }
    }

    /** What is looked up word by word rather than walked: transposed letters, digits, masks. */
    void words(TermFilter filter) {
        TermIndex index = filter.index;
        int end = -1;
        int before = 0;
        int marks = 0;
        for (int i = 0; i < text.separators; i++) {
            int start = end + 1;
            end = text.separator[i];
            int until = text.sumBefore(end);
            if (index.maybeSum(until - before)) {
                swapped.look(this, filter, text, start, end, until - before);
            }
            before = until;
            marks |= end < text.units ? Fold.markBit(text.entry(end)) : 0;
        }
        if (marks != 0) {
            masked.look(this, filter, text);
        }
    }

    boolean step() {
        return ++steps < maxSteps;
    }

    /** Words with a letter of two readings are searched again in each of the other ones. */
    private void doubts() {
        int readingsLeft = MAX_READINGS;
        int i = 0;
        while (i < text.doubtful && steps < maxSteps) {
            int from = text.doubt[i];
            int to = from;
            while (from > 0 && text.isLetter(from - 1)) {
                from--;
            }
            while (to < text.units && text.isLetter(to)) {
                to++;
            }
            int first = i;
            while (i < text.doubtful && text.doubt[i] < to) {
                i++;
            }
            int count = Math.min(i - first, MAX_DOUBTS);
            if (isHit(text.start(from), text.end(to - 1)) || to - from > Term.MAX_LENGTH
                    || (count == 1 && text.doubt[first] == to - 1 && !text.is(to - 1, Fold.LETTER))) {
                continue;
            }
            if (!text.is(text.doubt[first], Fold.LETTER) && words.isWord(text, from, to)) {
                continue;
            }
            for (int readings = 1; readings < 1 << count && readingsLeft-- > 0; readings++) {
                part.fillFrom(text, from, to, first, count, readings);
                partEvidence.begin();
                for (TermFilter filter : filters) {
                    search(filter, part, partEvidence);
                }
            }
        }
    }

    private boolean isHit(int start, int end) {
        for (int i = 0; i < hits; i++) {
            if (hitStart[i] < end && hitEnd[i] > start) {
                return true;
            }
        }
        return false;
    }

    /** Drops the hits that lie inside an excuse. */
    private void excuse() {
        int kept = 0;
        for (int i = 0; i < hits; i++) {
            boolean excused = false;
            for (int k = 0; k < excuses && !excused; k++) {
                excused = excuseStart[k] <= hitStart[i] && hitEnd[i] <= excuseEnd[k];
            }
            if (!excused) {
                hitStart[kept] = hitStart[i];
                hitEnd[kept] = hitEnd[i];
                hitTerm[kept] = hitTerm[i];
                hitFilter[kept++] = hitFilter[i];
            } else if (trace != null) {
                TermIndex index = hitFilter[i].index;
                trace.add(new Candidate(hitStart[i], hitEnd[i], index.text(hitTerm[i]),
                        index.category(hitTerm[i]),
                        index.severity(hitTerm[i]), Decision.ALLOWED));
            }
        }
        hits = kept;
    }

    /** The hits in the order of the text, those that overlap joined under the most severe. */
    private List<TermHit> merged() {
        List<TermHit> found = new ArrayList<>(hits);
        for (int i = 0; i < hits; i++) {
            TermIndex index = hitFilter[i].index;
            found.add(new TermHit(hitStart[i], hitEnd[i], index.category(hitTerm[i]),
                    index.severity(hitTerm[i])));
        }
        found.sort(HitOrder.INSTANCE);
        List<TermHit> joined = new ArrayList<>(found.size());
        TermHit open = found.get(0);
        for (int i = 1; i < found.size(); i++) {
            TermHit hit = found.get(i);
            if (hit.start() >= open.end()) {
                joined.add(open);
                open = hit;
                continue;
            }
            TermHit worse = hit.severity() > open.severity() ? hit : open;
            open = new TermHit(open.start(), Math.max(open.end(), hit.end()), worse.category(),
                    worse.severity());
        }
        joined.add(open);
        return joined;
    }
}
