// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import dev.usher.chat.invoke.Invocation;
import dev.usher.chat.service.Judgement.Cause;
import dev.usher.chat.service.Judgement.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A message whose handler was called: turns the call's end into the judgement. Immutable. */
record ReviewedCase(Room room, Submission message, String event, Duration took) {
    private static final int KEPT = 16_384;

    Judgement unreviewed() {
        return new Judgement(Outcome.UNREVIEWED, true, message.asWritten(), "", Cause.NONE, "", took, event,
                "");
    }

    Judgement judged(Invocation invocation, Duration limit) {
        return switch (invocation) {
            case Invocation.Answered answered -> answered(answered.payload());
            case Invocation.FunctionError error -> fallback(Cause.FUNCTION_ERROR, text(error.payload()), "");
            case Invocation.Crashed crashed -> fallback(Cause.CRASHED, crashed.reason(), "");
            case Invocation.TimedOut late -> fallback(Cause.TIMED_OUT,
                    "no answer within " + limit.toMillis() + " ms"
                            + (late.detail().isEmpty() ? "" : ": " + late.detail()),
                    "");
            case Invocation.NotStarted none -> fallback(Cause.NOT_STARTED, none.reason(), "");
        };
    }

    private Judgement answered(byte[] answer) {
        String response = text(answer);
        return switch (HandlerResponse.read(answer, room.maximumMessageLength())) {
            case HandlerResponse.Allow allow -> new Judgement(
                    allow.seen().equals(message.asWritten()) ? Outcome.ALLOW : Outcome.EDITED, true,
                    allow.seen(),
                    "", Cause.NONE, "", took, event, response);
            case HandlerResponse.Deny deny ->
                new Judgement(Outcome.DENY, false, message.asWritten(), deny.reason(),
                        Cause.NONE, "", took, event, response);
            case HandlerResponse.Invalid invalid ->
                fallback(Cause.INVALID_RESPONSE, invalid.what(), response);
        };
    }

    /** The message as written goes to the room, or to nobody. */
    private Judgement fallback(Cause cause, String detail, String response) {
        return new Judgement(Outcome.FALLBACK, room.allowOnFallback(), message.asWritten(), "", cause, detail,
                took,
                event, response);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, KEPT), StandardCharsets.UTF_8);
    }
}
