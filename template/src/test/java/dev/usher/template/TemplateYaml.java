// SPDX-License-Identifier: Apache-2.0
package dev.usher.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a template: maps, lists and strings, with CloudFormation's short forms written out ({@code !Ref} as Ref). */
final class TemplateYaml {
    private TemplateYaml() {}

    static Object read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return value(
                    new Compose(LoadSettings.builder().setMaxAliasesForCollections(100).build())
                            .composeInputStream(bytes)
                            .orElseThrow());
        }
    }

    private static Object value(Node node) {
        String tag = node.getTag().getValue();
        Object plain = plain(node);
        if (!tag.startsWith("!")) {
            return plain;
        }
        return switch (tag) {
            case "!Ref" -> Map.of("Ref", plain);
            case "!Condition" -> Map.of("Condition", plain);
            case "!GetAtt" -> Map.of("Fn::GetAtt", List.of(((String) plain).split("\\.", 2)));
            default -> Map.of("Fn::" + tag.substring(1), plain);
        };
    }

    private static Object plain(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        } else if (node instanceof SequenceNode sequence) {
            List<Object> values = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                values.add(value(item));
            }
            return values;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (NodeTuple member : ((MappingNode) node).getValue()) {
            String name = ((ScalarNode) member.getKeyNode()).getValue();
            if (members.put(name, value(member.getValueNode())) != null) {
                throw new IllegalArgumentException(name + " stands twice");
            }
        }
        return members;
    }
}
