// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.List;

/** Finds the part of a content beyond a number of code points. */
record LengthDetector(int maximum) implements Detector {
    @Override
    public List<Match> find(String content) {
        return content.codePointCount(0, content.length()) <= maximum
                ? List.of()
                : List.of(new Match(content.offsetByCodePoints(0, maximum), content.length(), "too-long"));
    }
}
