// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.Comparator;

/** Hits in the order of the text, longer ones first; a class, because a lambda costs milliseconds at start-up. */
final class HitOrder implements Comparator<TermHit> {
    static final HitOrder INSTANCE = new HitOrder();

    private HitOrder() {}

    @Override
    public int compare(TermHit a, TermHit b) {
        return a.start() != b.start() ? Integer.compare(a.start(), b.start())
                : Integer.compare(b.end(), a.end());
    }
}
