// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.ArrayList;
import java.util.List;

/** What detectors find, as texts to compare with. */
final class Finds {
    private Finds() {}

    /** The parts of the content that are found. */
    static List<String> texts(Detector detector, String content) {
        List<String> texts = new ArrayList<>();
        for (Match match : detector.find(content)) {
            texts.add(content.substring(match.span().start(), match.span().end()));
        }
        return texts;
    }

    /** The same with their kinds, such as {@code email=ann@example.com}. */
    static List<String> kindsAndTexts(Detector detector, String content) {
        List<String> texts = new ArrayList<>();
        for (Match match : detector.find(content)) {
            texts.add(match.kind() + "=" + content.substring(match.span().start(), match.span().end()));
        }
        return texts;
    }
}
