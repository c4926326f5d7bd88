// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The limits of attributes: text to text, 1 KB of UTF-8 for all keys and values together. */
final class Attributes {
    private static final int MAXIMUM_BYTES = 1024;

    private Attributes() {}

    static boolean areStrings(JsonNode attributes) {
        return attributes.isObject()
                && attributes.properties().stream().allMatch(entry -> entry.getValue().isTextual());
    }

    static boolean fit(JsonNode attributes) {
        long bytes = 0;
        for (Map.Entry<String, JsonNode> entry : attributes.properties()) {
            bytes += utf8(entry.getKey()) + utf8(entry.getValue().asText());
        }
        return bytes <= MAXIMUM_BYTES;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
