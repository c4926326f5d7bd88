// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The frames that clients get. The official client settles a promise only by a frame with the RequestId, an Id that it
 * has not seen, a numeric ErrorCode and attributes that are all strings; anything less leaves it waiting for ever.
 */
final class Frames {
    private Frames() {}

    static String message(String id, @Nullable String requestId, Submission submission, ObjectNode seen,
            Instant sendTime) {
        ObjectNode frame = frame("MESSAGE", id, requestId);
        frame.set("Content", seen.get("Content"));
        frame.set("Attributes", seen.get("Attributes"));
        frame.put("SendTime", Times.format(sendTime));
        frame.putObject("Sender").put("UserId", submission.userId()).set("Attributes",
                submission.senderAttributes());
        return Json.write(frame);
    }

    static String event(String id, @Nullable String requestId, String name, ObjectNode attributes,
            Instant sendTime) {
        ObjectNode frame = frame("EVENT", id, requestId);
        frame.put("EventName", name).put("SendTime", Times.format(sendTime)).set("Attributes", attributes);
        return Json.write(frame);
    }

    static String error(String id, @Nullable String requestId, Refusal refusal) {
        ObjectNode frame = frame("ERROR", id, requestId);
        frame.put("ErrorCode", refusal.code()).put("ErrorMessage", refusal.message());
        return Json.write(frame);
    }

    private static ObjectNode frame(String type, String id, @Nullable String requestId) {
        ObjectNode frame = Json.object().put("Type", type).put("Id", id);
        if (requestId != null) {
            frame.put("RequestId", requestId);
        }
        return frame;
    }
}
