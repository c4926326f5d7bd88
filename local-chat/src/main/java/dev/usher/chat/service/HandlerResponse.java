// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import java.util.Optional;

/**
 * A handler's answer, held against the contract: {@code {"ReviewResult": "ALLOW" | "DENY", "Content": …,
 * "Attributes": {…}}}. Content must be there on ALLOW, 1 to the room's limit in code points; Attributes must be strings
 * of 1 KB in all, and are a replacement: without them the message has none. Unknown members are passed over.
 */
sealed interface HandlerResponse {
    /** Deliver this. */
    record Allow(ObjectNode seen) implements HandlerResponse {}

    /** Do not deliver; the reason may be empty. */
    record Deny(String reason) implements HandlerResponse {}

    /** The answer breaks the contract in this way. */
    record Invalid(String what) implements HandlerResponse {}

    static HandlerResponse read(byte[] answer, int maximumMessageLength) {
        Optional<ObjectNode> object = Json.readObject(answer);
        if (object.isEmpty()) {
            return new Invalid("the answer is not a JSON object");
        }
        JsonNode attributes = object.get().path("Attributes");
        boolean given = !attributes.isMissingNode() && !attributes.isNull();
        if (given && !Attributes.areStrings(attributes)) {
            return new Invalid("Attributes: expected a map of strings to strings");
        }
        if (given && !Attributes.fit(attributes)) {
            return new Invalid("Attributes: expected at most 1 KB in all");
        }
        return switch (object.get().path("ReviewResult").asText()) {
            case "ALLOW" -> allow(object.get().path("Content"), attributes, maximumMessageLength);
            case "DENY" -> new Deny(attributes.path("Reason").asText(""));
            default -> new Invalid("ReviewResult: expected ALLOW or DENY");
        };
    }

    private static HandlerResponse allow(JsonNode content, JsonNode attributes, int maximumMessageLength) {
        if (!content.isTextual()) {
            return new Invalid("Content: expected a string");
        }
        String text = content.textValue();
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > maximumMessageLength) {
            return new Invalid(
                    "Content: expected 1 to " + maximumMessageLength + " characters, found " + length);
        }
        ObjectNode seen = Json.object().put("Content", text);
        seen.set("Attributes", attributes.isObject() ? attributes : Json.object());
        return new Allow(seen);
    }
}
