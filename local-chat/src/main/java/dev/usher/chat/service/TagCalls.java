// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.model.Json;
import dev.usher.chat.model.ServiceFault;
import java.util.List;
import java.util.Map;

/** ListTagsForResource, TagResource, UntagResource: for everything that has an ARN. */
final class TagCalls implements Calls {
    private static final int MOST = 50;
    private final List<Resources> kinds;

    TagCalls(Resources... kinds) {
        this.kinds = List.of(kinds);
    }

    @Override
    public Map<String, Call> byName() {
        return Map.of("ListTagsForResource", this::list, "TagResource", this::tag, "UntagResource",
                this::untag);
    }

    private ObjectNode list(ObjectNode input, String region) {
        String arn = input.path("resourceArn").asText();
        ObjectNode output = Json.object();
        output.set("tags", kindOf(arn).get(arn).members().path("tags"));
        return output;
    }

    private ObjectNode tag(ObjectNode input, String region) {
        String arn = input.path("resourceArn").asText();
        kindOf(arn).tag(arn, tags -> {
            tags.setAll((ObjectNode) input.path("tags"));
            if (tags.size() > MOST) {
                throw ServiceFault.invalid("tags", "would give the resource more than " + MOST + " tags");
            }
        });
        return Json.object();
    }

    private ObjectNode untag(ObjectNode input, String region) {
        String arn = input.path("resourceArn").asText();
        kindOf(arn).tag(arn, tags -> {
            for (JsonNode key : input.path("tagKeys")) {
                tags.remove(key.asText());
            }
        });
        return Json.object();
    }

    private Resources kindOf(String arn) {
        return kinds.stream().filter(kind -> kind.find(arn).isPresent()).findFirst()
                .orElseThrow(() -> ServiceFault.notFound(arn));
    }
}
