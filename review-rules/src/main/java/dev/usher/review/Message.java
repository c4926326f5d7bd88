// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule may change: what the review request and the review response share. Immutable.
 *
 * <p>A message may break the contract's limits; {@link #violation} says how. The wire refuses such a request, and
 * the chain counts such an edit as the rule's failure.
 *
 * @param content the contract's {@code Content}
 * @param attributes the contract's {@code Attributes}, in the order in which they came; copied
 */
public record Message(String content, Map<String, String> attributes) {
    /** Longest content that any room takes, in code points (docs/CONTRACT.md, "Limits"). */
    public static final int MAX_CONTENT_LENGTH = 500;

    /** Largest sum of all attribute names and values, in UTF-8 bytes (docs/CONTRACT.md, "Limits"). */
    public static final int MAX_ATTRIBUTES_SIZE = 1024;

    public Message {
        Objects.requireNonNull(content, "content");
        attributes = copyOf(attributes);
    }

    /** A message without attributes. */
    public static Message of(String content) {
        return new Message(content, Map.of());
    }

    public Message withContent(String newContent) {
        return new Message(newContent, attributes);
    }

    /** This message with one attribute added, or replaced where it stands. */
    public Message withAttribute(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        changed.put(name, value);
        return new Message(content, changed);
    }

    /**
     * What in this message breaks the contract, such as {@code "Content of 501 code points, at most 500"}, or null
     * where nothing does. Names no text of the message.
     *
     * @param maximumMessageLength the room's limit on the content, in code points
     */
    public @Nullable String violation(int maximumMessageLength) {
        if (content.isEmpty()) {
            return "Content is empty";
        }
        if (content.length() > maximumMessageLength) {
            int length = content.codePointCount(0, content.length());
            if (length > maximumMessageLength) {
                return "Content of " + length + " code points, at most " + maximumMessageLength;
            }
        }
        int size = attributesSize();
        return size > MAX_ATTRIBUTES_SIZE
                ? "Attributes of " + size + " bytes, at most " + MAX_ATTRIBUTES_SIZE
                : null;
    }

    private int attributesSize() {
        int size = 0;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            size += Utf8.length(attribute.getKey()) + Utf8.length(attribute.getValue());
        }
        return size;
    }

    /** An unmodifiable copy that keeps the order, which {@link Map#copyOf} does not; refuses null names and values. */
    static Map<String, String> copyOf(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return Map.of();
        }
        if (attributes.size() == 1) {
            Map.Entry<String, String> only = attributes.entrySet().iterator().next();
            return Map.of(Objects.requireNonNull(only.getKey(), "an attribute's name"),
                    Objects.requireNonNull(only.getValue(), "an attribute's value"));
        }
        Map<String, String> copy = new LinkedHashMap<>(attributes);
        for (Map.Entry<String, String> attribute : copy.entrySet()) {
            Objects.requireNonNull(attribute.getKey(), "an attribute's name");
            Objects.requireNonNull(attribute.getValue(), "an attribute's value");
        }
        return Collections.unmodifiableMap(copy);
    }
}
