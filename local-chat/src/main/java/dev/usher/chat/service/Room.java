// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A room, as messaging and review need it. Immutable.
 *
 * @param handlerUri the function that reviews its messages; empty where there is none
 * @param allowOnFallback whether a message that could not be reviewed is delivered
 */
record Room(String arn, int maximumMessageLength, int maximumMessageRatePerSecond, String handlerUri,
        boolean allowOnFallback) {
    static Room of(Resource room) {
        JsonNode handler = room.get("messageReviewHandler");
        return new Room(room.arn(), room.get("maximumMessageLength").asInt(),
                room.get("maximumMessageRatePerSecond").asInt(), handler.path("uri").asText(""),
                !"DENY".equals(handler.path("fallbackResult").asText()));
    }

    boolean isReviewed() {
        return !handlerUri.isEmpty();
    }
}
