// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import dev.usher.chat.service.Judgement.Cause;
import dev.usher.chat.service.Judgement.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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

    /** The review that an entry of type "message" tells of. */
    static Journal.Reviewed reviewed(ObjectNode told) {
        return new Journal.Reviewed(told.path("roomArn").asText(),
                new Judgement(Outcome.valueOf(told.path("outcome").asText()),
                        told.path("delivered").asBoolean(),
                        told.withObjectProperty("seen"), told.path("reason").asText(),
                        Cause.valueOf(told.path("cause").asText()), told.path("detail").asText(),
                        Duration.of(told.path("micros").asLong(), ChronoUnit.MICROS),
                        told.path("event").asText(),
                        told.path("response").asText()));
    }
}
