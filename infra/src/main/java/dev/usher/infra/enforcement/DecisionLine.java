// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the review function's log says that enforcement can act on (docs/SETTINGS.md). Immutable.
 *
 * @param at when the message was reviewed
 * @param deniedBy the rule that refused the message; null where none did
 * @param annotatedBy the rules that annotated it; empty unless the log level asks for a second look
 * @param delivered the content as the room got it; empty unless the message was annotated
 */
record DecisionLine(String roomArn, String messageId, Instant at, String userId, @Nullable String deniedBy,
        List<String> annotatedBy, String delivered) {
    private static final ObjectMapper JSON = new ObjectMapper();

    DecisionLine {
        annotatedBy = List.copyOf(annotatedBy);
    }

    /** The line; null where it is another one, or names no user: a log group holds more than decisions. */
    static @Nullable DecisionLine read(String line) {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException other) {
            return null;
        }
        String room = json.path("room").asText();
        String messageId = json.path("messageId").asText();
        String userId = json.path("userId").asText();
        long millis = json.at("/_aws/Timestamp").asLong();
        if (room.isEmpty() || messageId.isEmpty() || userId.isEmpty() || millis <= 0) {
            return null;
        }
        String rule = json.path("rule").asText();
        boolean denied = json.path("result").asText().equals("DENY") && !rule.isEmpty()
                && !json.path("failures").has(rule);
        List<String> annotatedBy = new ArrayList<>();
        json.path("annotatedBy").forEach(ruleId -> annotatedBy.add(ruleId.asText()));
        return new DecisionLine(room, messageId, Instant.ofEpochMilli(millis), userId, denied ? rule : null,
                annotatedBy, json.path("delivered").asText());
    }

    /** Says nothing that a log should not hold. */
    @Override
    public String toString() {
        return "message " + messageId + " of " + roomArn;
    }
}
