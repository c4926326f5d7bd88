// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** What the service takes as a response (docs/CONTRACT.md), checked by another's JSON reader than ours. */
final class ResponseContract {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonParser.Feature.ALLOW_COMMENTS)
            .build();
    private static final Set<String> MEMBERS = Set.of("Content", "ReviewResult", "Attributes");

    private ResponseContract() {}

    /**
     * The response as a tree.
     *
     * @throws AssertionError where the service would not take it
     */
    static JsonNode check(byte[] response) {
        JsonNode root;
        try {
            root = JSON.readTree(response);
        } catch (IOException broken) {
            throw new AssertionError("no JSON: " + broken.getMessage(), broken);
        }
        require(root.isObject(), "an object");
        for (Map.Entry<String, JsonNode> member : root.properties()) {
            require(MEMBERS.contains(member.getKey()), "no member " + member.getKey());
        }
        JsonNode result = root.path("ReviewResult");
        require(result.isTextual() && Set.of("ALLOW", "DENY").contains(result.textValue()), "ALLOW or DENY");
        JsonNode content = root.path("Content");
        if (!content.isMissingNode()) {
            require(content.isTextual(), "a textual Content");
            int length = content.textValue().codePointCount(0, content.textValue().length());
            require(length >= 1 && length <= 500, "a Content of 1 to 500 code points, not " + length);
        }
        checkAttributes(root.path("Attributes"));
        return root;
    }

    private static void checkAttributes(JsonNode attributes) {
        require(attributes.isMissingNode() || attributes.isObject(), "Attributes that are an object");
        int size = 0;
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            require(attribute.getValue().isTextual(), "textual attributes");
            size += size(attribute.getKey()) + size(attribute.getValue().textValue());
        }
        require(size <= 1024, "Attributes of at most 1,024 bytes, not " + size);
    }

    /** In UTF-8; three bytes for half a pair, which has no encoding. */
    private static int size(String text) {
        return text.codePoints().map(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4).sum();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("expected " + what);
        }
    }
}
