// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Review events for tests. */
final class Events {
    static final String ROOM = "arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    /** An event that has everything. */
    static byte[] of(String content) {
        return with(event -> event.put("Content", content));
    }

    /** The same event with something changed. */
    static byte[] with(Consumer<ObjectNode> change) {
        ObjectNode event = JSON.createObjectNode();
        event.put("Content", "hello");
        event.put("MessageId", "AbCdEf123456");
        event.put("RoomArn", ROOM);
        event.putObject("Attributes").put("a", "b");
        ObjectNode sender = event.putObject("Sender");
        sender.put("UserId", "ann");
        sender.put("Ip", "192.0.2.1");
        sender.putObject("Attributes").put("role", "member");
        change.accept(event);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same event with one member, named by its JSON pointer, set to the given JSON, or taken out by "". */
    static byte[] with(String pointer, String json) {
        return with(event -> {
            int slash = pointer.lastIndexOf('/');
            ObjectNode parent = (ObjectNode) event.at(pointer.substring(0, slash));
            String name = pointer.substring(slash + 1);
            if (json.isEmpty()) {
                parent.remove(name);
            } else {
                parent.set(name, tree(json));
            }
        });
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
