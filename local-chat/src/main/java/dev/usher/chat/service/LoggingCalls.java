// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.ServiceFault;
import dev.usher.chat.model.ServiceModel;
import java.util.Map;

/**
 * The five operations on logging configurations. They are kept and given back, so that rooms can name them; nothing is
 * written to their destinations.
 */
final class LoggingCalls implements Calls {
    private final ServiceModel model;
    private final Settings settings;
    private final Resources configurations;
    private final Resources rooms;

    LoggingCalls(ServiceModel model, Settings settings, Resources configurations, Resources rooms) {
        this.model = model;
        this.settings = settings;
        this.configurations = configurations;
        this.rooms = rooms;
    }

    @Override
    public Map<String, Call> byName() {
        return Map.of("CreateLoggingConfiguration", this::create, "GetLoggingConfiguration", this::get,
                "ListLoggingConfigurations", this::list, "UpdateLoggingConfiguration", this::update,
                "DeleteLoggingConfiguration", this::delete);
    }

    private ObjectNode create(ObjectNode input, String region) {
        ObjectNode members = Json.object().put("name", "").put("state", "ACTIVE");
        change(members, input);
        members.set("tags", input.has("tags") ? input.get("tags") : Json.object());
        return describe(configurations.create(region, settings.accountId(), members),
                "CreateLoggingConfiguration");
    }

    private ObjectNode get(ObjectNode input, String region) {
        return describe(configurations.get(input.path("identifier").asText()), "GetLoggingConfiguration");
    }

    private ObjectNode list(ObjectNode input, String region) {
        return Listings.answer(configurations, input, configuration -> true,
                model.operation("ListLoggingConfigurations"), "loggingConfigurations");
    }

    private ObjectNode update(ObjectNode input, String region) {
        return describe(
                configurations.update(input.path("identifier").asText(), members -> change(members, input)),
                "UpdateLoggingConfiguration");
    }

    private ObjectNode delete(ObjectNode input, String region) {
        String arn = input.path("identifier").asText();
        configurations.get(arn);
        if (rooms.anyMatch(room -> names(room, arn))) {
            throw ServiceFault.conflict(arn, "Resource: " + arn + " is attached to a room");
        }
        configurations.delete(arn);
        return Json.object();
    }

    private static boolean names(Resource room, String arn) {
        for (JsonNode identifier : room.get("loggingConfigurationIdentifiers")) {
            if (identifier.asText().equals(arn)) {
                return true;
            }
        }
        return false;
    }

    private static void change(ObjectNode members, ObjectNode input) {
        for (String name : new String[]{"name", "destinationConfiguration"}) {
            if (input.has(name)) {
                members.set(name, input.get(name));
            }
        }
    }

    private ObjectNode describe(Resource configuration, String operation) {
        return configuration.describedAs(model.operation(operation).output());
    }
}
