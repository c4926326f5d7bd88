// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.usher.chat.model.ServiceFault.FieldFault;
import dev.usher.chat.model.Shape.Bounds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds a request against its shape and collects what is wrong, at most one fault a value. One use. */
final class Check {
    private static final int FAULTS = 100;
    private final List<FieldFault> faults = new ArrayList<>();

    List<FieldFault> of(Shape.Structure shape, ObjectNode input) {
        structure("", shape, input);
        return List.copyOf(faults);
    }

    private void value(String path, Shape shape, JsonNode value) {
        switch (shape) {
            case Shape.Text text -> text(path, text, value);
            case Shape.Whole whole -> whole(path, whole, value);
            case Shape.Moment moment -> fault(path, value.isTextual(), "must be a time");
            case Shape.Listing listing -> listing(path, listing, value);
            case Shape.Mapping mapping -> mapping(path, mapping, value);
            case Shape.Structure structure -> structure(path, structure, value);
        }
    }

    private void text(String path, Shape.Text shape, JsonNode value) {
        if (!value.isTextual()) {
            fault(path, false, "must be a string");
            return;
        }
        String text = value.textValue();
        if (!shape.length().hold(text.codePointCount(0, text.length()))) {
            fault(path, false, "must have a length " + between(shape.length()));
        } else if (shape.pattern() != null && !shape.pattern().matcher(text).matches()) {
            fault(path, false, "must match " + shape.pattern());
        } else if (!shape.values().isEmpty()) {
            fault(path, shape.values().contains(text), "must be one of " + shape.values());
        }
    }

    private void whole(String path, Shape.Whole shape, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            fault(path, false, "must be a whole number");
        } else {
            fault(path, shape.range().hold(value.intValue()), "must be " + between(shape.range()));
        }
    }

    private void listing(String path, Shape.Listing shape, JsonNode value) {
        if (!value.isArray()) {
            fault(path, false, "must be a list");
        } else if (!shape.size().hold(value.size())) {
            fault(path, false, "must have a number of entries " + between(shape.size()));
        } else {
            for (int i = 0; i < value.size(); i++) {
                value(path + "[" + i + "]", shape.member(), value.get(i));
            }
        }
    }

    private void mapping(String path, Shape.Mapping shape, JsonNode value) {
        if (!value.isObject()) {
            fault(path, false, "must be a map");
            return;
        }
        if (!shape.size().hold(value.size())) {
            fault(path, false, "must have a number of entries " + between(shape.size()));
            return;
        }
        long bytes = 0;
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            text(path + " key", shape.key(), TextNode.valueOf(entry.getKey()));
            value(path + "." + entry.getKey(), shape.value(), entry.getValue());
            bytes += utf8(entry.getKey()) + utf8(entry.getValue().asText());
        }
        fault(path, bytes <= shape.maximumBytes(),
                "must take at most " + shape.maximumBytes() + " bytes in all");
    }

    private void structure(String path, Shape.Structure shape, JsonNode value) {
        if (!value.isObject()) {
            fault(path, false, "must be an object");
            return;
        }
        int given = 0;
        for (Member member : shape.members().values()) {
            JsonNode there = value.get(member.name());
            String at = path.isEmpty() ? member.name() : path + "." + member.name();
            if (there != null && !there.isNull()) {
                given++;
                value(at, member.shape(), there);
            } else {
                fault(at, !member.required(), "must not be absent");
            }
        }
        fault(path, !shape.union() || given == 1, "must have exactly one of " + shape.members().keySet());
    }

    private void fault(String path, boolean holds, String message) {
        if (!holds && faults.size() < FAULTS) {
            faults.add(new FieldFault(path, message));
        }
    }

    private static String between(Bounds bounds) {
        if (bounds.max() == Integer.MAX_VALUE) {
            return "of at least " + bounds.min();
        }
        return "between " + Math.max(bounds.min(), 0) + " and " + bounds.max();
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
