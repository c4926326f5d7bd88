// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Makes events out of the golden ones: most are changed as trees and stay JSON, some are changed as bytes after that.
 * The same seed makes the same events. One thread at a time.
 */
final class EventFuzzer {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Escapes what is not ASCII, and so can write half a surrogate pair. */
    private static final ObjectMapper ESCAPING = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String[] PARTS = {"hello", "www.example.com", "http://a.b/c?d=e", "ann@example.com",
        "+1 202 555 0123", "4111 1111 1111 1111", "DE89370400440532013000", "192.0.2.1", "@you", "#tag",
        "HELLO",
        "aaaaaaaaaa", "1", " ", "\n", "\t", "\u0000", "\u0001", "\"", "\\", "/", "{", "}", "\u00e9", "\u0301",
        "\u200d", "\u200b", "\u202e", "\ufeff", "\u0430", "\u0633\u0644\u0627\u0645", "\u65e5\u672c",
        "\ud83d\ude00",
        "\ud83d\udc68\u200d\ud83d\udc69", "\ud83c\udde9\ud83c\uddea", "\ud83d", "\ude00", "\ud800\udc00",
        "\uffff",
        "x(.)y", "exa mple dot com", "xn--80ak6aa92e.com", "%s%n", "${jndi:x}",
        "Z\u0338\u0337a\u0321l\u0322go"};
    private static final String[] NAMES = {"Content", "MessageId", "RoomArn", "Attributes", "Sender",
        "UserId", "Ip",
        "content", "", "Reason", "\ud800", "__proto__", "role"};
    private static final byte[] STRUCTURE = "{}[]\",:\\ue0-.truefalsn\u0000\u00ff"
            .getBytes(StandardCharsets.ISO_8859_1);

    private final Random random;
    private final List<byte[]> golden = new ArrayList<>();
    private final List<JsonNode> trees = new ArrayList<>();

    EventFuzzer(long seed, List<Path> events) throws IOException {
        this.random = new Random(seed);
        for (Path event : events) {
            byte[] bytes = Files.readAllBytes(event);
            golden.add(bytes);
            try {
                trees.add(JSON.readTree(bytes));
            } catch (JsonProcessingException malformed) {
                // has its turn as bytes
            }
        }
    }

    byte[] next() {
        byte[] event = random.nextInt(20) == 0
                ? golden.get(random.nextInt(golden.size())).clone()
                : changedTree();
        return random.nextInt(4) == 0 ? changedBytes(event) : event;
    }

    private byte[] changedTree() {
        ObjectNode event = trees.get(random.nextInt(trees.size())).deepCopy();
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            ObjectNode target = event;
            for (String name : List.of("Sender", "Attributes")) {
                if (random.nextInt(3) == 0 && target.get(name) instanceof ObjectNode inner) {
                    target = inner;
                }
            }
            change(target);
        }
        byte[] bytes = written(event);
        return random.nextInt(10) == 0 ? twice(bytes) : bytes;
    }

    private byte[] written(ObjectNode event) {
        try {
            return random.nextBoolean()
                    ? event.toString().getBytes(StandardCharsets.UTF_8)
                    : ESCAPING.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void change(ObjectNode target) {
        List<String> names = new ArrayList<>();
        target.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() || random.nextInt(4) == 0
                ? NAMES[random.nextInt(NAMES.length)]
                : names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> target.remove(name);
            case 1 -> target.set(name, value(0));
            case 2 -> target.put(name, text(random.nextInt(600)));
            default -> target.put(name, text(random.nextInt(30)));
        }
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 20 ? 5 : 7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().numberNode(random.nextLong());
            case 3 -> JSON.getNodeFactory().numberNode(random.nextDouble() * 1e300);
            case 4 -> JSON.getNodeFactory().textNode(text(20));
            case 5 -> {
                ArrayNode array = JSON.createArrayNode();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    array.add(value(depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = JSON.createObjectNode();
                object.set(text(2), value(depth + 1));
                yield object;
            }
        };
    }

    /** At most as many parts, and often one part again and again. */
    private String text(int parts) {
        StringBuilder text = new StringBuilder();
        int same = random.nextInt(3) == 0 ? random.nextInt(PARTS.length) : -1;
        for (int i = 0; i < parts && text.length() < 1200; i++) {
            text.append(PARTS[same < 0 ? random.nextInt(PARTS.length) : same]);
        }
        return text.toString();
    }

    /** One member once more, at the front. */
    private byte[] twice(byte[] object) {
        String name = NAMES[random.nextInt(NAMES.length - 3)];
        byte[] front = ("{\"" + name + "\":\"again\",").getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(front, front.length + object.length - 1);
        System.arraycopy(object, 1, both, front.length, object.length - 1);
        return both;
    }

    private byte[] changedBytes(byte[] event) {
        byte[] changed = event;
        for (int changes = 1 + random.nextInt(3); changes > 0 && changed.length > 0; changes--) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(5)) {
                case 0 -> changed = Arrays.copyOf(changed, at);
                case 1 -> changed[at] = (byte) random.nextInt(256);
                case 2 -> changed[at] = STRUCTURE[random.nextInt(STRUCTURE.length)];
                case 3 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                default ->
                    changed = without(changed, at, Math.min(changed.length, at + 1 + random.nextInt(8)));
            }
        }
        return changed;
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }
}
