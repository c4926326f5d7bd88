// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.Shape;

/**
 * A room or a logging configuration, as the members that the service would describe it with. Immutable: the members
 * are copied in and out.
 */
final class Resource {
    private final ObjectNode members;
    private final long revision;

    Resource(ObjectNode members, long revision) {
        this.members = members.deepCopy();
        this.revision = revision;
    }

    /** What {@link #kept} made. */
    static Resource ofKept(ObjectNode kept) {
        return new Resource(kept.withObjectProperty("members"), kept.path("revision").asLong());
    }

    /** All of it, to be kept. */
    String kept() {
        ObjectNode kept = Json.object().put("revision", revision);
        kept.set("members", members);
        return Json.write(kept);
    }

    String arn() {
        return text("arn");
    }

    String text(String member) {
        return members.path(member).asText();
    }

    /** A member, or a missing node; not to be written into. */
    JsonNode get(String member) {
        return members.path(member);
    }

    /** Which update of all this is: later ones have higher numbers. */
    long revision() {
        return revision;
    }

    ObjectNode members() {
        return members.deepCopy();
    }

    /** The members that the shape has too. */
    ObjectNode describedAs(Shape.Structure shape) {
        ObjectNode described = Json.object();
        for (String name : shape.members().keySet()) {
            JsonNode value = members.get(name);
            if (value != null) {
                described.set(name, value.deepCopy());
            }
        }
        return described;
    }
}
