// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Member.Location;
import dev.usher.chat.model.Shape.Bounds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the model's JSON into shapes and operations. One thread at a time. */
final class ModelReader {
    private final JsonNode operations;
    private final JsonNode shapes;

    ModelReader(ObjectNode model) {
        this.operations = model.path("operations");
        this.shapes = model.path("shapes");
    }

    ServiceModel read() {
        Map<String, Operation> read = new LinkedHashMap<>();
        operations.properties().forEach(entry -> read.put(entry.getKey(), operation(entry.getValue())));
        Map<String, Integer> errors = new LinkedHashMap<>();
        shapes.properties().forEach(entry -> {
            if (entry.getValue().has("error")) {
                errors.put(entry.getKey(), entry.getValue().at("/error/httpStatusCode").asInt());
            }
        });
        return new ServiceModel(read, errors);
    }

    private Operation operation(JsonNode operation) {
        JsonNode http = operation.path("http");
        return new Operation(operation.path("name").asText(), http.path("method").asText(),
                http.path("requestUri").asText(), http.path("responseCode").asInt(),
                structure(operation.at("/input/shape").asText()),
                structure(operation.at("/output/shape").asText()),
                operation.path("usher:callsPerSecond").asInt());
    }

    private Shape shape(String name) {
        JsonNode shape = shapes.path(name);
        return switch (shape.path("type").asText()) {
            case "string" -> text(shape);
            case "integer" -> new Shape.Whole(bounds(shape));
            case "timestamp" -> new Shape.Moment();
            case "list" -> new Shape.Listing(shape(shape.at("/member/shape").asText()), bounds(shape));
            case "map" -> new Shape.Mapping(text(shapes.path(shape.at("/key/shape").asText())),
                    shape(shape.at("/value/shape").asText()), bounds(shape),
                    shape.path("usher:maximumBytes").asInt(Integer.MAX_VALUE));
            case "structure" -> structure(name);
            default -> throw new IllegalStateException("shape " + name + " has no type that is known here");
        };
    }

    private static Shape.Text text(JsonNode shape) {
        List<String> values = new ArrayList<>();
        shape.path("enum").forEach(value -> values.add(value.asText()));
        return new Shape.Text(bounds(shape),
                shape.has("pattern") ? Pattern.compile(shape.path("pattern").asText()) : null,
                List.copyOf(values));
    }

    private static Bounds bounds(JsonNode shape) {
        return new Bounds(shape.path("min").asInt(Bounds.NONE.min()),
                shape.path("max").asInt(Bounds.NONE.max()));
    }

    /** The structure of this name; an empty one for an operation without input or output. */
    private Shape.Structure structure(String name) {
        JsonNode shape = shapes.path(name);
        Set<String> required = new HashSet<>();
        shape.path("required").forEach(member -> required.add(member.asText()));
        Map<String, Member> members = new LinkedHashMap<>();
        shape.path("members").properties().forEach(entry -> {
            JsonNode member = entry.getValue();
            members.put(entry.getKey(),
                    new Member(entry.getKey(), shape(member.path("shape").asText()),
                            required.contains(entry.getKey()), location(member), member.get("default")));
        });
        return new Shape.Structure(name, members, shape.path("union").asBoolean());
    }

    private static Location location(JsonNode member) {
        return switch (member.path("location").asText()) {
            case "uri" -> Location.PATH;
            case "querystring" -> Location.QUERY;
            default -> Location.BODY;
        };
    }
}
