// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading and writing JSON as this module does it everywhere: strict, one value, 32 levels deep at most. */
public final class Json {
    private static final int DEPTH = 32;
    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    /** A new empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The object that the text holds; empty where it holds no JSON or another value. */
    public static Optional<ObjectNode> readObject(String text) {
        try {
            return Optional.ofNullable(asObject(MAPPER.readTree(text)));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** The same from bytes in UTF-8. */
    public static Optional<ObjectNode> readObject(byte[] bytes) {
        try {
            return Optional.ofNullable(asObject(MAPPER.readTree(bytes)));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** The JSON of a value. */
    public static String write(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same as bytes in UTF-8. */
    public static byte[] bytes(JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A copy of the object with the patch merged in, as in RFC 7396. */
    static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        patch.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                merged.remove(entry.getKey());
            } else if (value instanceof ObjectNode change) {
                ObjectNode before = merged.get(entry.getKey()) instanceof ObjectNode there ? there : object();
                merged.set(entry.getKey(), merge(before, change));
            } else {
                merged.set(entry.getKey(), value);
            }
        });
        return merged;
    }

    static JsonNode resource(String name) {
        try (InputStream in = Json.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks its resource " + name);
            }
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable ObjectNode asObject(@Nullable JsonNode value) {
        return value instanceof ObjectNode object ? object : null;
    }
}
