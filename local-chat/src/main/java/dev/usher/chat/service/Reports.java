// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import java.time.Instant;

/** What the journal tells of things. */
final class Reports {
    private Reports() {}

    static ObjectNode message(Room room, Submission message, Judgement judgement, Instant received) {
        ObjectNode told = Json.object().put("type", "message").put("time", Times.format(received))
                .put("roomArn", room.arn()).put("messageId", message.messageId())
                .put("userId", message.userId());
        told.setAll(judgement(judgement));
        told.set("written", message.asWritten());
        return told;
    }

    static ObjectNode judgement(Judgement judgement) {
        ObjectNode told = Json.object().put("outcome", judgement.outcome().name())
                .put("delivered", judgement.delivered()).put("reason", judgement.reason())
                .put("cause", judgement.cause().name()).put("detail", judgement.detail())
                .put("micros", judgement.took().toNanos() / 1_000)
                .put("event", judgement.event())
                .put("response", judgement.response());
        told.set("seen", judgement.seen());
        return told;
    }
}
