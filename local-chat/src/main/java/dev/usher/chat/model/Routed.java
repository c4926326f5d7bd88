// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Member.Location;
import dev.usher.chat.model.ServiceFault.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request whose operation is known. Immutable.
 *
 * @param label the undecoded last part of the path, where the operation has one
 */
public record Routed(Operation operation, String label) {
    /**
     * The members of the request from its path, query and body: checked, with the model's defaults filled in and
     * without those that are unknown or null.
     *
     * @param rawQuery the query as it was sent, or null
     * @throws ServiceFault a ValidationException that names every field at fault
     */
    public ObjectNode input(byte[] body, @Nullable String rawQuery) {
        ObjectNode input = Json.object();
        ObjectNode given = body(body);
        for (Member member : operation.input().members().values()) {
            JsonNode value = switch (member.location()) {
                case BODY -> given.get(member.name());
                case PATH -> pathValue(member);
                case QUERY -> queryValue(member, rawQuery);
            };
            if (value != null && !value.isNull()) {
                input.set(member.name(), value);
            } else if (member.fallback() != null) {
                input.set(member.name(), member.fallback());
            }
        }
        List<ServiceFault.FieldFault> faults = new Check().of(operation.input(), input);
        if (!faults.isEmpty()) {
            throw ServiceFault.invalid(faults);
        }
        return cleaned(operation.input(), input);
    }

    /** The same without members that the shape does not have and without nulls, at every height. */
    private static ObjectNode cleaned(Shape.Structure shape, ObjectNode given) {
        ObjectNode clean = Json.object();
        for (Member member : shape.members().values()) {
            JsonNode value = given.get(member.name());
            if (value instanceof ObjectNode inner && member.shape() instanceof Shape.Structure structure) {
                clean.set(member.name(), cleaned(structure, inner));
            } else if (value != null && !value.isNull()) {
                clean.set(member.name(), value);
            }
        }
        return clean;
    }

    private ObjectNode body(byte[] body) {
        boolean expected = operation.input().members().values().stream()
                .anyMatch(member -> member.location() == Location.BODY);
        if (!expected || body.length == 0) {
            return Json.object();
        }
        Optional<ObjectNode> object = Json.readObject(body);
        return object.orElseThrow(
                () -> ServiceFault.invalid(Reason.OTHER, "The body of the request is not a JSON object"));
    }

    private @Nullable JsonNode pathValue(Member member) {
        return label.isEmpty() ? null : Json.object().textNode(decoded(member, label));
    }

    private @Nullable JsonNode queryValue(Member member, @Nullable String rawQuery) {
        ArrayNode values = Json.object().arrayNode();
        for (String pair : split(rawQuery)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (decoded(member, key).equals(member.name())) {
                values.add(decoded(member, equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
        // An empty list is written as no query at all, so for a required list absent and empty are the same.
        return values.isEmpty() && !member.required() ? null : values;
    }

    private static List<String> split(@Nullable String rawQuery) {
        List<String> pairs = new ArrayList<>();
        int start = 0;
        while (rawQuery != null && start < rawQuery.length()) {
            int end = rawQuery.indexOf('&', start);
            end = end < 0 ? rawQuery.length() : end;
            pairs.add(rawQuery.substring(start, end));
            start = end + 1;
        }
        return pairs;
    }

    private static String decoded(Member member, String raw) {
        return Percent.decode(raw)
                .orElseThrow(() -> ServiceFault.invalid(member.name(), "is not percent-encoded UTF-8"));
    }
}
