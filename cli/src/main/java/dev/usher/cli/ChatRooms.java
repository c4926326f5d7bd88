// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.LocalChat;
import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import dev.usher.json.JsonWriter;
import dev.usher.review.ReviewResult;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rooms that a local chat starts with. */
final class ChatRooms {
    private ChatRooms() {}

    /**
     * The ARNs of the rooms of these names: one that is there already stays as it is, the others are made.
     *
     * @param handlerArn of the function that reviews the new ones
     */
    static Map<String, String> open(LocalChat chat, List<String> names, String handlerArn,
            ReviewResult fallbackResult) throws JsonException {
        Map<String, String> arns = new LinkedHashMap<>();
        for (String name : names) {
            JsonWriter filter = new JsonWriter().beginObject().name("name").value(name).endObject();
            List<JsonCursor> there = call(chat, "ListRooms", filter).member("rooms").elements();
            arns.put(name, (there.isEmpty() ? create(chat, name, handlerArn, fallbackResult) : there.get(0))
                    .member("arn").string());
        }
        return arns;
    }

    private static JsonCursor create(LocalChat chat, String name, String handlerArn,
            ReviewResult fallbackResult)
            throws JsonException {
        return call(chat, "CreateRoom", new JsonWriter().beginObject().name("name").value(name)
                .name("messageReviewHandler").beginObject().name("uri").value(handlerArn)
                .name("fallbackResult")
                .value(fallbackResult.name()).endObject().endObject());
    }

    private static JsonCursor call(LocalChat chat, String operation, JsonWriter input) throws JsonException {
        String output = chat.call(operation, new String(input.toByteArray(), StandardCharsets.UTF_8));
        return JsonCursor
                .root(JsonReader.read(output.getBytes(StandardCharsets.UTF_8), JsonReader.Limits.DEFAULT));
    }
}
