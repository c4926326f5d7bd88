// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * What became of a message in review. Immutable; nobody writes into the JSON.
 *
 * @param delivered whether the room sees it
 * @param seen Content and Attributes as the room sees them; as written where it does not
 * @param reason what the handler said of a denial; may be empty
 * @param cause why there was no valid answer, or that there was
 * @param event what the handler was given
 * @param response what it answered, cut short where it is long
 * @param detail of the cause, for whoever writes the handler; may be empty
 */
public record Judgement(Outcome outcome, boolean delivered, ObjectNode seen, String reason, Cause cause,
        String detail, Duration took, String event,
        String response) {
    /** The four things that can happen, and that there is no handler. */
    public enum Outcome {
        UNREVIEWED, ALLOW, EDITED, DENY, FALLBACK
    }

    /** Why the room's fallbackResult had to decide. */
    public enum Cause {
        NONE, TIMED_OUT, FUNCTION_ERROR, CRASHED, NOT_STARTED, INVALID_RESPONSE
    }
}
