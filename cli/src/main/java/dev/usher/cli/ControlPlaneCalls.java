// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import dev.usher.json.JsonWriter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The calls of the control plane that {@code usher join} needs, to a local chat: they are not signed. */
final class ControlPlaneCalls {
    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(4 << 20, 32);

    private final HttpClient http;
    private final URI endpoint;

    ControlPlaneCalls(HttpClient http, URI endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    /**
     * The ARN of a room.
     *
     * @param room its ARN or its name
     * @throws IOException where there is no such room, or nobody answers; says what to do
     */
    String roomArn(String room) throws IOException, InterruptedException, JsonException {
        if (room.startsWith("arn:")) {
            return room;
        }
        JsonCursor named = call("ListRooms",
                new JsonWriter().beginObject().name("name").value(room).endObject());
        List<JsonCursor> rooms = named.member("rooms").elements();
        if (rooms.isEmpty()) {
            Set<String> names = new TreeSet<>();
            for (JsonCursor other : call("ListRooms", new JsonWriter().beginObject().endObject())
                    .member("rooms")
                    .elements()) {
                names.add(other.member("name").string());
            }
            throw new IOException("no room is named " + room + " at " + endpoint
                    + (names.isEmpty() ? ", nor is there any other: "
                            : ", but " + String.join(", ", names) + ": ")
                    + "start the chat with --room " + room + ", or make one on its page");
        }
        return rooms.get(0).member("arn").string();
    }

    /** A token to connect with. */
    String token(String roomArn, String userId, List<String> capabilities, Map<String, String> attributes)
            throws IOException, InterruptedException, JsonException {
        JsonWriter input = new JsonWriter().beginObject().name("roomIdentifier").value(roomArn).name("userId")
                .value(userId).name("attributes").value(attributes).name("capabilities").beginArray();
        capabilities.forEach(input::value);
        return call("CreateChatToken", input.endArray().endObject()).member("token").string();
    }

    private JsonCursor call(String operation, JsonWriter input)
            throws IOException, InterruptedException, JsonException {
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(HttpRequest.newBuilder(endpoint.resolve("/" + operation))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(input.toByteArray())).build(),
                    BodyHandlers.ofByteArray());
        } catch (ConnectException nobody) {
            throw new IOException("nobody answers at " + endpoint + ": start it with ./usher chat", nobody);
        }
        JsonCursor output = JsonCursor.root(JsonReader.read(answer.body(), LIMITS));
        if (answer.statusCode() != 200) {
            throw new IOException(operation + " was refused: " + output.member("message").string());
        }
        return output;
    }
}
