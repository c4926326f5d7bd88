// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** hankcs's double-array Aho-Corasick over a message that is folded to a string first. */
final class HankcsMatcher implements Matcher {
    private final AhoCorasickDoubleArrayTrie<String> trie = new AhoCorasickDoubleArrayTrie<>();
    private final UnaryOperator<String> fold;
    private final AhoCorasickDoubleArrayTrie.IHit<String> count = (begin, end, term) -> this.hits++;
    private int hits;

    private HankcsMatcher(List<String> terms, UnaryOperator<String> fold) {
        this.fold = fold;
        TreeMap<String, String> folded = new TreeMap<>();
        for (String term : terms) {
            folded.put(fold.apply(term), term);
        }
        trie.build(folded);
    }

    static HankcsMatcher lowerCased(List<String> terms) {
        return new HankcsMatcher(terms, text -> text.toLowerCase(Locale.ROOT));
    }

    static HankcsMatcher caseFolded(List<String> terms) {
        return new HankcsMatcher(terms, Normalizer2.getNFKCCasefoldInstance()::normalize);
    }

    @Override
    public int hits(String content) {
        hits = 0;
        trie.parseText(fold.apply(content), count);
        return hits;
    }
}
