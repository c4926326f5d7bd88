// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Values that fit a shape, made from the shape. */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** How texts begin that match a pattern; they can be filled up with letters. */
    private static final Map<String, String> BEGINNINGS = Map.of("^[a-zA-Z0-9]+$", "", "^[a-zA-Z0-9-_]*$", "",
            "^[a-z0-9-.]+$", "", "^[a-zA-Z0-9_.-]+$", "", "^[\\.\\-_/#A-Za-z0-9]+$", "",
            "^arn:aws:ivschat:[a-z0-9-]+:[0-9]+:room/[a-zA-Z0-9-]+$",
            "arn:aws:ivschat:us-west-2:123456789012:room/",
            "^arn:aws:ivschat:[a-z0-9-]+:[0-9]+:logging-configuration/[a-zA-Z0-9-]+$",
            "arn:aws:ivschat:us-west-2:123456789012:logging-configuration/",
            "^arn:aws:ivschat:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+$",
            "arn:aws:ivschat:us-west-2:123456789012:room/",
            "^$|^arn:aws:lambda:[a-z0-9-]+:[0-9]{12}:function:.+",
            "arn:aws:lambda:us-west-2:123456789012:function:");

    private Samples() {}

    /** A text of this length that the shape's pattern allows; empty where there is none. */
    static Optional<String> text(Shape.Text shape, int length) {
        String beginning = "";
        if (shape.pattern() != null) {
            beginning = BEGINNINGS.get(shape.pattern().pattern());
            if (beginning == null) {
                throw new IllegalStateException("no sample for " + shape.pattern());
            }
            if (length == 0 && shape.pattern().matcher("").matches()) {
                return Optional.of("");
            }
        }
        return length < beginning.length() || (length == beginning.length() && !beginning.isEmpty())
                ? Optional.empty()
                : Optional.of(beginning + "a".repeat(length - beginning.length()));
    }

    static JsonNode value(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> JSON.textNode(text(text));
            case Shape.Whole whole -> JSON.numberNode(whole.range().max());
            case Shape.Moment moment -> JSON.textNode("2026-01-01T00:00:00.000Z");
            case Shape.Listing list -> list(list, Math.max(1, list.size().min()));
            case Shape.Mapping map -> map(map, Math.max(1, map.size().min()));
            case Shape.Structure structure -> structure(structure);
        };
    }

    static ArrayNode list(Shape.Listing shape, int size) {
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            list.add(value(shape.member()));
        }
        return list;
    }

    static ObjectNode map(Shape.Mapping shape, int size) {
        ObjectNode map = JSON.objectNode();
        for (int i = 0; i < size; i++) {
            map.set("key" + i, value(shape.value()));
        }
        return map;
    }

    /** All members; of a union the first. */
    static ObjectNode structure(Shape.Structure shape) {
        ObjectNode structure = JSON.objectNode();
        for (Member member : shape.members().values()) {
            if (!shape.union() || structure.isEmpty()) {
                structure.set(member.name(), value(member.shape()));
            }
        }
        return structure;
    }

    private static String text(Shape.Text shape) {
        if (!shape.values().isEmpty()) {
            return shape.values().get(0);
        }
        int most = Math.min(shape.length().max(), 100);
        return text(shape, Math.max(most, shape.length().min())).orElseThrow();
    }
}
