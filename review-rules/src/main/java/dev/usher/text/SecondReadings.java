// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/**
 * Words with a letter of two readings (an eta, an exclamation mark behind a letter), searched again in each of the
 * other ones. One thread at a time.
 */
final class SecondReadings {
    /** Letters of two readings that a word is searched for; more of them keep their first one. */
    private static final int MAX_DOUBTS = 4;

    /** Words read again, in all of a message. */
    private static final int MAX_READINGS = 128;

    private final OrdinaryWords words;
    private final FoldedText part;
    private final Evidence evidence;

    SecondReadings(Fold fold, OrdinaryWords words) {
        this.words = words;
        part = new FoldedText(fold);
        evidence = new Evidence(part, words);
    }

    void look(Scan scan, FoldedText text) {
        int readingsLeft = MAX_READINGS;
        int i = 0;
        while (i < text.doubtful && scan.mayGoOn()) {
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
            if (scan.isHit(text.start(from), text.end(to - 1)) || to - from > Term.MAX_LENGTH
                    || (count == 1 && text.doubt[first] == to - 1 && !text.is(to - 1, Fold.LETTER))) {
                continue;
            }
            if (!text.is(text.doubt[first], Fold.LETTER) && words.isWord(text, from, to)) {
                continue;
            }
            for (int readings = 1; readings < 1 << count && readingsLeft-- > 0; readings++) {
                part.fillFrom(text, from, to, first, count, readings);
                evidence.begin();
                for (TermFilter filter : scan.filters) {
                    scan.search(filter, part, evidence);
                }
            }
        }
    }
}
