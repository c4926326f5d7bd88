// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.review.Mode;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;
import dev.usher.review.Step;
import dev.usher.review.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * The message by which a deployment proves that a room is moderated by this function: {@code usher-canary} and a nonce,
 * refused with itself as the reason, whatever the rules (docs/CONTRACT.md).
 */
final class Canary {
    private static final String MARK = "usher-canary ";
    private static final int LONGEST_NONCE = 64;

    private Canary() {}

    /** Whether the content is a canary and nothing else. */
    static boolean is(String content) {
        int length = content.length() - MARK.length();
        if (length < 1 || length > LONGEST_NONCE || !content.startsWith(MARK)) {
            return false;
        }
        for (int i = MARK.length(); i < content.length(); i++) {
            char c = content.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** The refusal; no rule has had its turn. */
    static ReviewReport refuse(ReviewRequest request) {
        String reason = request.content();
        return new ReviewReport(ReviewResult.DENY, request.message(), reason, List.of(
                new Step("usher-canary", Mode.ENFORCE, new Verdict.Deny(reason, List.of()), Duration.ZERO,
                        null)));
    }
}
