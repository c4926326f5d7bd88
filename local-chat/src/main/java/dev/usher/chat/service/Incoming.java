// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A frame that a client sent, taken apart as far as asked. Immutable.
 *
 * <p>{@code {"Action":"SEND_MESSAGE","RequestId":"…","Content":"…","Attributes":{…}}},
 * {@code {"Action":"DELETE_MESSAGE","RequestId":"…","Id":"…","Reason":"…"}},
 * {@code {"Action":"DISCONNECT_USER","RequestId":"…","UserId":"…","Reason":"…"}}.
 */
final class Incoming {
    private static final int REQUEST_ID_LENGTH = 256;
    private static final int NAME_LENGTH = 128;
    private static final int REASON_LENGTH = 256;
    private final ObjectNode frame;

    private Incoming(ObjectNode frame) {
        this.frame = frame;
    }

    static Incoming read(String text) throws Refusal {
        return new Incoming(Json.readObject(text)
                .orElseThrow(() -> Refusal.badRequest("The frame is not a JSON object")));
    }

    /** What to answer with; null where there is none that could be answered with. */
    @Nullable
    String requestId() {
        JsonNode id = frame.path("RequestId");
        return id.isTextual() && id.textValue().length() <= REQUEST_ID_LENGTH ? id.textValue() : null;
    }

    Capability action() throws Refusal {
        if (frame.hasNonNull("RequestId") && requestId() == null) {
            throw Refusal
                    .badRequest("RequestId must be a string of up to " + REQUEST_ID_LENGTH + " characters");
        }
        String action = frame.path("Action").asText();
        for (Capability known : Capability.values()) {
            if (known.name().equals(action)) {
                return known;
            }
        }
        throw Refusal.badRequest("Action must be SEND_MESSAGE, DELETE_MESSAGE or DISCONNECT_USER");
    }

    /** The content of a message; its length counts in code points. */
    String content(int maximumLength) throws Refusal {
        String content = text("Content");
        if (content.codePointCount(0, content.length()) > maximumLength) {
            throw Refusal.badRequest("Content must be at most " + maximumLength + " characters long");
        }
        return content;
    }

    ObjectNode attributes() throws Refusal {
        JsonNode attributes = frame.path("Attributes");
        if (attributes.isMissingNode() || attributes.isNull()) {
            return Json.object();
        }
        if (!(attributes instanceof ObjectNode given) || !Attributes.areStrings(attributes)) {
            throw Refusal.badRequest("Attributes must be a map of strings to strings");
        }
        if (!Attributes.fit(attributes)) {
            throw Refusal.tooLarge("Attributes");
        }
        return given;
    }

    String messageId() throws Refusal {
        String id = text("Id");
        if (!id.matches("[a-zA-Z0-9]{12}")) {
            throw Refusal.badRequest("Id must be the id of a message");
        }
        return id;
    }

    String userId() throws Refusal {
        return upTo(NAME_LENGTH, "UserId", text("UserId"));
    }

    Optional<String> reason() throws Refusal {
        return frame.hasNonNull("Reason")
                ? Optional.of(upTo(REASON_LENGTH, "Reason", text("Reason")))
                : Optional.empty();
    }

    private String text(String name) throws Refusal {
        JsonNode value = frame.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw Refusal.badRequest(name + " must be a string that is not empty");
        }
        return value.textValue();
    }

    private static String upTo(int length, String name, String value) throws Refusal {
        if (value.codePointCount(0, value.length()) > length) {
            throw Refusal.tooLarge(name);
        }
        return value;
    }
}
