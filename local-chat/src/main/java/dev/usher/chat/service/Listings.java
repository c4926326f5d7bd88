// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.Operation;
import dev.usher.chat.model.Shape;
import java.util.Objects;
import java.util.function.Predicate;

/** One page of a list, as ListRooms and ListLoggingConfigurations answer with it. */
final class Listings {
    private Listings() {}

    static ObjectNode answer(Resources resources, ObjectNode input, Predicate<Resource> filter,
            Operation operation,
            String member) {
        String token = input.path("nextToken").asText("");
        Page page = resources.page(filter, token.isEmpty() ? null : token, input.path("maxResults").asInt());
        Shape.Listing list = (Shape.Listing) Objects.requireNonNull(operation.output().members().get(member))
                .shape();
        Shape.Structure summary = (Shape.Structure) list.member();
        ObjectNode output = Json.object();
        ArrayNode entries = output.putArray(member);
        page.resources().forEach(resource -> entries.add(resource.describedAs(summary)));
        page.nextToken().ifPresent(next -> output.put("nextToken", next));
        return output;
    }
}
