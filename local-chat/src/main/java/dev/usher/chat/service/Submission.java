// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;

/** A message that someone wants delivered. Immutable; nobody writes into the attributes. */
record Submission(String messageId, String content, ObjectNode attributes, String userId,
        ObjectNode senderAttributes, String ip) {
    /** The message that an earlier review was about. */
    static Submission of(Judgement judgement) {
        ObjectNode event = Json.readObject(judgement.event()).orElseThrow();
        return new Submission(event.path("MessageId").asText(), event.path("Content").asText(),
                event.withObjectProperty("Attributes"), event.at("/Sender/UserId").asText(),
                event.withObjectProperty("Sender").withObjectProperty("Attributes"),
                event.at("/Sender/Ip").asText());
    }

    /** The event that the review handler gets. */
    String event(String roomArn) {
        ObjectNode event = Json.object().put("Content", content).put("MessageId", messageId).put("RoomArn",
                roomArn);
        event.set("Attributes", attributes);
        event.putObject("Sender").put("UserId", userId).put("Ip", ip).set("Attributes", senderAttributes);
        return Json.write(event);
    }

    /** What the room sees where nobody changes it. */
    ObjectNode asWritten() {
        ObjectNode written = Json.object().put("Content", content);
        written.set("Attributes", attributes);
        return written;
    }
}
