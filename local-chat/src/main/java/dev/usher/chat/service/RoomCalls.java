// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.ServiceFault;
import dev.usher.chat.model.ServiceModel;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** CreateRoom, GetRoom, ListRooms, UpdateRoom, DeleteRoom. */
final class RoomCalls implements Calls {
    private static final String HANDLER = "messageReviewHandler";
    private static final String LOGGING = "loggingConfigurationIdentifiers";
    private static final Set<String> PLAIN = Set.of("name", "maximumMessageLength",
            "maximumMessageRatePerSecond",
            LOGGING);
    private final ServiceModel model;
    private final Settings settings;
    private final Resources rooms;
    private final Resources loggingConfigurations;
    private final Messaging messaging;
    private final Permissions permissions;

    RoomCalls(ServiceModel model, Settings settings, Resources rooms, Resources loggingConfigurations,
            Messaging messaging, Permissions permissions) {
        this.model = model;
        this.settings = settings;
        this.rooms = rooms;
        this.loggingConfigurations = loggingConfigurations;
        this.messaging = messaging;
        this.permissions = permissions;
    }

    @Override
    public Map<String, Call> byName() {
        return Map.of("CreateRoom", this::create, "GetRoom", this::get, "ListRooms", this::list, "UpdateRoom",
                this::update, "DeleteRoom", this::delete);
    }

    private ObjectNode create(ObjectNode input, String region) {
        ObjectNode members = Json.object().put("name", "");
        change(members, input);
        members.set("tags", input.has("tags") ? input.get("tags") : Json.object());
        return describe(rooms.create(region, settings.accountId(), members), "CreateRoom");
    }

    private ObjectNode get(ObjectNode input, String region) {
        return describe(rooms.get(input.path("identifier").asText()), "GetRoom");
    }

    private ObjectNode update(ObjectNode input, String region) {
        return describe(rooms.update(input.path("identifier").asText(), members -> change(members, input)),
                "UpdateRoom");
    }

    private ObjectNode delete(ObjectNode input, String region) {
        String arn = input.path("identifier").asText();
        rooms.delete(arn);
        messaging.closeRoom(arn);
        return Json.object();
    }

    private ObjectNode list(ObjectNode input, String region) {
        return Listings.answer(rooms, input, filter(input), model.operation("ListRooms"), "rooms");
    }

    private static Predicate<Resource> filter(ObjectNode input) {
        return room -> is(input, "name", room.text("name"))
                && is(input, "messageReviewHandlerUri", room.get(HANDLER).path("uri").asText(""))
                && (!input.has("loggingConfigurationIdentifier") || has(room.get(LOGGING),
                        input.path("loggingConfigurationIdentifier")));
    }

    private static boolean is(ObjectNode input, String name, String actual) {
        return !input.has(name) || input.path(name).asText().equals(actual);
    }

    private static boolean has(JsonNode list, JsonNode wanted) {
        for (JsonNode entry : list) {
            if (entry.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Sets what the input has; what it lacks stays, also inside the handler. */
    private void change(ObjectNode members, ObjectNode input) {
        for (JsonNode identifier : input.path(LOGGING)) {
            loggingConfigurations.get(identifier.asText());
        }
        for (String name : PLAIN) {
            if (input.has(name)) {
                members.set(name, input.get(name));
            }
        }
        if (input.get(HANDLER) instanceof ObjectNode given) {
            permissions.check(given);
            ObjectNode handler = Json.object().put("fallbackResult", "ALLOW");
            if (members.get(HANDLER) instanceof ObjectNode before) {
                handler.setAll(before);
            }
            handler.setAll(given);
            checkPermission(handler.path("uri").asText(""));
            if (handler.path("uri").asText("").isEmpty()) {
                members.remove(HANDLER);
            } else {
                members.set(HANDLER, handler);
            }
        }
    }

    /** As the service says it while a function is missing, or its permission has not got about. */
    private void checkPermission(String uri) {
        if (!uri.isEmpty() && !settings.permission().test(uri)) {
            throw ServiceFault.invalid("uri", "failed to satisfy the constraints: invalid lambda permission");
        }
    }

    private ObjectNode describe(Resource room, String operation) {
        return room.describedAs(model.operation(operation).output());
    }
}
