// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CreateChatToken, SendEvent, DeleteMessage, DisconnectUser. */
final class MessagingCalls implements Calls {
    private final Settings settings;
    private final Resources rooms;
    private final ChatTokens tokens;
    private final Announcements announcements;

    MessagingCalls(Settings settings, Resources rooms, ChatTokens tokens, Announcements announcements) {
        this.settings = settings;
        this.rooms = rooms;
        this.tokens = tokens;
        this.announcements = announcements;
    }

    @Override
    public Map<String, Call> byName() {
        return Map.of("CreateChatToken", this::createToken, "SendEvent", this::sendEvent, "DeleteMessage",
                this::deleteMessage, "DisconnectUser", this::disconnectUser);
    }

    private ObjectNode createToken(ObjectNode input, String region) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (JsonNode capability : input.path("capabilities")) {
            capabilities.add(Capability.valueOf(capability.asText()));
        }
        Instant now = settings.clock().instant();
        ChatToken token = new ChatToken(Ids.token(), room(input), input.path("userId").asText(), capabilities,
                attributes(input), now.plus(settings.tokenValidity()),
                now.plus(Duration.ofMinutes(input.path("sessionDurationInMinutes").asInt())));
        tokens.add(token);
        return Json.object().put("token", token.value())
                .put("tokenExpirationTime", Times.format(token.usableUntil()))
                .put("sessionExpirationTime", Times.format(token.sessionUntil()));
    }

    private ObjectNode sendEvent(ObjectNode input, String region) {
        String id = announcements.event(room(input), input.path("eventName").asText(), attributes(input));
        return Json.object().put("id", id);
    }

    private ObjectNode deleteMessage(ObjectNode input, String region) {
        String id = announcements.deleteMessage(room(input), null, input.path("id").asText(), reason(input));
        return Json.object().put("id", id);
    }

    private ObjectNode disconnectUser(ObjectNode input, String region) {
        announcements.disconnectUser(room(input), null, input.path("userId").asText(), reason(input));
        return Json.object();
    }

    /** The ARN of the room that the input names, which must exist. */
    private String room(ObjectNode input) {
        return rooms.get(input.path("roomIdentifier").asText()).arn();
    }

    private static ObjectNode attributes(ObjectNode input) {
        return input.get("attributes") instanceof ObjectNode given ? given : Json.object();
    }

    private static Optional<String> reason(ObjectNode input) {
        return Optional.ofNullable(input.get("reason")).map(JsonNode::asText);
    }
}
