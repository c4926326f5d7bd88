// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;

/** What came of one event. Immutable, but for the array. */
public sealed interface Decision {
    /** The response for the service; always valid by the contract. */
    byte[] response();

    /** What the response says. */
    ReviewResult result();

    /** The event was read, and the chain has judged it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on as it is, and never compared
    record Reviewed(byte[] response, ReviewRequest request, ReviewReport report) implements Decision {
        @Override
        public ReviewResult result() {
            return report.result();
        }
    }

    /**
     * The event could not be reviewed, and the fallback answers.
     *
     * @param problem what is wrong and where; may quote the event, so it is logged in full only where that is asked for
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record NotReviewed(byte[] response, ReviewResult result, String problem) implements Decision {}
}
