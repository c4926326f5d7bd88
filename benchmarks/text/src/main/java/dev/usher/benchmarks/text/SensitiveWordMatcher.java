// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.text;

import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import java.util.List;

/** sensitive-word with the given terms in place of its own list, otherwise as it comes. */
final class SensitiveWordMatcher implements Matcher {
    private final SensitiveWordBs words;

    SensitiveWordMatcher(List<String> terms) {
        words = SensitiveWordBs.newInstance().wordDeny(() -> terms).wordAllow(List::of).ignoreRepeat(false)
                .init();
    }

    @Override
    public int hits(String content) {
        return words.findAll(content).size();
    }
}
