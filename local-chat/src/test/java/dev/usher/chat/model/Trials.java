// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Shape.Bounds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For every constraint of a shape a value at each bound and one beyond. */
final class Trials {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final List<Trial> trials = new ArrayList<>();

    /** A value for a whole shape; null stands for an absent one. */
    record Trial(String about, @Nullable JsonNode value, boolean fits) {}

    static List<Trial> of(Shape shape) {
        Trials trials = new Trials();
        trials.add(shape);
        return trials.trials;
    }

    private void add(Shape shape) {
        switch (shape) {
            case Shape.Text text -> text(text);
            case Shape.Whole whole -> whole(whole);
            case Shape.Moment moment -> throw new IllegalStateException("no request has a time");
            case Shape.Listing list -> list(list);
            case Shape.Mapping map -> map(map);
            case Shape.Structure structure -> structure(structure);
        }
    }

    private void text(Shape.Text shape) {
        refuse("a number", JSON.numberNode(7));
        refuse("an object", JSON.objectNode());
        if (!shape.values().isEmpty()) {
            shape.values().forEach(value -> accept("value " + value, JSON.textNode(value)));
            refuse("another value", JSON.textNode("allow"));
            return;
        }
        Bounds length = shape.length();
        if (length.max() < Integer.MAX_VALUE) {
            length(shape, length.max(), true);
            length(shape, length.max() + 1, false);
        }
        if (length.min() >= 0) {
            length(shape, length.min(), true);
        }
        if (length.min() > 0) {
            length(shape, length.min() - 1, false);
        }
        if (shape.pattern() == null && length.max() < Integer.MAX_VALUE) {
            accept("as many code points of two units", JSON.textNode("😀".repeat(length.max())));
            refuse("one more of them", JSON.textNode("😀".repeat(length.max() + 1)));
        } else if (shape.pattern() != null) {
            String fits = Samples.value(shape).asText();
            refuse("a line's end behind", JSON.textNode(fits.substring(0, fits.length() - 1) + "\n"));
            refuse("a blank before", JSON.textNode(" " + fits.substring(1)));
        }
    }

    private void length(Shape.Text shape, int length, boolean fits) {
        Samples.text(shape, length).ifPresent(
                text -> trials.add(new Trial("text of length " + length, JSON.textNode(text), fits)));
    }

    private void whole(Shape.Whole shape) {
        accept("least", JSON.numberNode(shape.range().min()));
        accept("most", JSON.numberNode(shape.range().max()));
        refuse("least - 1", JSON.numberNode(shape.range().min() - 1));
        refuse("most + 1", JSON.numberNode(shape.range().max() + 1));
        refuse("a fraction", JSON.numberNode(shape.range().min() + 0.5));
        refuse("a text", JSON.textNode(String.valueOf(shape.range().min())));
        refuse("too many bits", JSON.numberNode((1L << 32) + shape.range().min()));
    }

    private void list(Shape.Listing shape) {
        refuse("a text", JSON.textNode("a"));
        if (shape.size().max() < Integer.MAX_VALUE) {
            accept("as many as may be", Samples.list(shape, shape.size().max()));
            refuse("one more", Samples.list(shape, shape.size().max() + 1));
        }
        accept("none", JSON.arrayNode());
        of(shape.member()).forEach(trial -> {
            ArrayNode list = JSON.arrayNode();
            trials.add(new Trial("entry: " + trial.about(), list.add(trial.value()), trial.fits()));
        });
    }

    private void map(Shape.Mapping shape) {
        refuse("a list", JSON.arrayNode());
        accept("none", JSON.objectNode());
        if (shape.size().max() < Integer.MAX_VALUE) {
            accept("as many as may be", Samples.map(shape, shape.size().max()));
            refuse("one more", Samples.map(shape, shape.size().max() + 1));
        }
        if (shape.maximumBytes() < Integer.MAX_VALUE) {
            accept("as many bytes as may be",
                    JSON.objectNode().put("é", "a".repeat(shape.maximumBytes() - 2)));
            refuse("one more byte", JSON.objectNode().put("é", "a".repeat(shape.maximumBytes() - 1)));
        }
        for (Trial trial : of(shape.key())) {
            if (trial.value() != null && trial.value().isTextual()) {
                trials.add(new Trial("key: " + trial.about(),
                        JSON.objectNode().put(trial.value().asText(), "value"), trial.fits()));
            }
        }
        of(shape.value()).forEach(trial -> trials.add(new Trial("value: " + trial.about(),
                JSON.objectNode().set("key", trial.value()), trial.fits())));
    }

    private void structure(Shape.Structure shape) {
        refuse("a text", JSON.textNode("a"));
        for (Member member : shape.members().values()) {
            for (Trial trial : of(member.shape())) {
                ObjectNode value = shape.union() ? JSON.objectNode() : Samples.structure(shape);
                value.set(member.name(), trial.value());
                trials.add(new Trial(member.name() + ": " + trial.about(), value, trial.fits()));
            }
            if (member.required()) {
                refuse(member.name() + " absent", Samples.structure(shape).without(member.name()));
            }
        }
        if (shape.union()) {
            ObjectNode two = JSON.objectNode();
            shape.members().values().stream().limit(2)
                    .forEach(member -> two.set(member.name(), Samples.value(member.shape())));
            refuse("two of a union", two);
            refuse("none of a union", JSON.objectNode());
        }
    }

    private void accept(String about, JsonNode value) {
        trials.add(new Trial(about, value, true));
    }

    private void refuse(String about, JsonNode value) {
        trials.add(new Trial(about, value, false));
    }
}
