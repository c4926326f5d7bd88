// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one message holds: the hits, and the excuses (terms of an allow list) that take some of them back. Kept and
 * used again; makes nothing until there is a hit to tell of. One thread at a time.
 */
final class Hits {
    /** Hits and excuses beyond these in one message are left out: it is refused or masked anyhow. */
    private static final int MAX = 256;

    private int hits;
    private final int[] hitStart = new int[MAX];
    private final int[] hitEnd = new int[MAX];
    private final int[] hitTerm = new int[MAX];
    private final TermIndex[] hitIndex = new TermIndex[MAX];

    private int excuses;
    private final int[] excuseStart = new int[MAX];
    private final int[] excuseEnd = new int[MAX];

    void clear() {
        hits = 0;
        excuses = 0;
    }

    boolean isEmpty() {
        return hits == 0;
    }

    void add(TermIndex index, int term, int start, int end) {
        if (index.has(term, TermIndex.ALLOWED)) {
            if (excuses < MAX) {
                excuseStart[excuses] = start;
                excuseEnd[excuses++] = end;
            }
        } else if (hits < MAX) {
            hitStart[hits] = start;
            hitEnd[hits] = end;
            hitTerm[hits] = term;
            hitIndex[hits++] = index;
        }
    }

    /** Whether a hit overlaps the span. */
    boolean isHit(int start, int end) {
        for (int i = 0; i < hits; i++) {
            if (hitStart[i] < end && hitEnd[i] > start) {
                return true;
            }
        }
        return false;
    }

    /**
     * Drops the hits that lie inside an excuse.
     *
     * @param trace where somebody wants to know, what was noted as a hit and is none after all is changed in it
     */
    void excuse(@Nullable List<Candidate> trace) {
        if (excuses == 0) {
            return;
        }
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
                hitIndex[kept++] = hitIndex[i];
            } else if (trace != null) {
                overrule(trace, i);
            }
        }
        hits = kept;
    }

    private void overrule(List<Candidate> trace, int hit) {
        TermIndex index = hitIndex[hit];
        String term = index.written(hitTerm[hit]);
        String category = index.category(hitTerm[hit]);
        for (int i = 0; i < trace.size(); i++) {
            Candidate noted = trace.get(i);
            if (noted.decision().isHit() && noted.start() == hitStart[hit] && noted.end() == hitEnd[hit]
                    && noted.term().equals(term) && noted.category().equals(category)) {
                trace.set(i, new Candidate(noted.start(), noted.end(), term, category, noted.severity(),
                        Decision.ALLOWED));
            }
        }
    }

    /** The hits in the order of the text, those that overlap joined under the most severe. */
    List<TermHit> merged() {
        List<TermHit> found = new ArrayList<>(hits);
        for (int i = 0; i < hits; i++) {
            TermIndex index = hitIndex[i];
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
