// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.comprehend.model.LanguageCode;
import software.amazon.awssdk.services.comprehend.model.TextSegment;
import software.amazon.awssdk.services.comprehend.model.ToxicLabels;

/**
 * Amazon Comprehend's toxicity detection: English only, ten segments of 1 KB a call (API reference of
 * DetectToxicContent, read 2026-11-24). A message is cut to such segments, and is as bad as its worst. Thread-safe.
 */
final class ComprehendJudge implements Judge {
    private static final int SEGMENT_BYTES = 1000;

    private final ComprehendClient client;

    ComprehendJudge(ComprehendClient client) {
        this.client = client;
    }

    @Override
    public double score(String content) {
        List<TextSegment> segments = new ArrayList<>();
        for (String segment : segments(content)) {
            segments.add(TextSegment.builder().text(segment).build());
        }
        List<ToxicLabels> results = client.detectToxicContent(
                detect -> detect.languageCode(LanguageCode.EN).textSegments(segments)).resultList();
        if (results.size() != segments.size()) {
            throw new IllegalStateException("Comprehend judged " + results.size() + " of " + segments.size());
        }
        double worst = 0;
        for (ToxicLabels result : results) {
            if (result.toxicity() == null) {
                throw new IllegalStateException("Comprehend gave no score");
            }
            worst = Math.max(worst, result.toxicity());
        }
        return worst;
    }

    /** The content in pieces of at most {@link #SEGMENT_BYTES}, cut between code points. */
    static List<String> segments(String content) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        int bytes = 0;
        for (int at = 0; at < content.length(); at = content.offsetByCodePoints(at, 1)) {
            int size = Character.toString(content.codePointAt(at)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > SEGMENT_BYTES) {
                segments.add(content.substring(start, at));
                start = at;
                bytes = 0;
            }
            bytes += size;
        }
        segments.add(content.substring(start));
        return segments;
    }
}
