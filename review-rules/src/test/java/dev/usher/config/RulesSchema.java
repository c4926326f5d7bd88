// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.json.JsonCursor;
import dev.usher.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the JSON Schema of a rules file from what the built-in factories ask for. */
final class RulesSchema {
    private static final String KEBAB_CASE = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private RulesSchema() {}

    static ObjectNode draw() {
        ObjectNode schema = object();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Usher rules file");
        schema.put("description",
                "The rules and what they mean: docs/RULES.md. Drawn from the factories by RulesSchemaTest.");
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("$schema").put("type", "string");
        properties.putObject("version").put("const", 1);
        properties.putObject("rules").put("description", "The one chain for all rooms").put("type", "array")
                .set("items", ref("rule"));
        ObjectNode chains = properties.putObject("chains").put("description", "Chains by name").put("type",
                "object");
        chains.putArray("required").add("default");
        chains.set("additionalProperties", array(ref("rule")));
        properties.putObject("rooms").put("description", "A room's ARN or id, and the name of its chain")
                .put("type", "object").putObject("additionalProperties").put("type", "string");
        schema.putArray("required").add("version");
        ArrayNode forms = schema.putArray("oneOf");
        forms.addObject().putArray("required").add("rules");
        forms.addObject().putArray("required").add("chains");
        schema.put("additionalProperties", false);
        ObjectNode definitions = schema.putObject("$defs");
        definitions.set("rule", rule());
        definitions.set("condition", condition());
        for (String type : BuiltIn.TYPES) {
            definitions.set(type, options(type));
        }
        return schema;
    }

    private static ObjectNode rule() {
        ObjectNode rule = object().put("type", "object");
        ObjectNode properties = rule.putObject("properties");
        properties.putObject("id").put("type", "string").put("pattern", KEBAB_CASE);
        ArrayNode types = properties.putObject("type").putArray("anyOf");
        ArrayNode builtIn = types.addObject().putArray("enum");
        types.addObject().put("description", "A type of your own: docs/WRITING-A-RULE.md").put("type",
                "string");
        properties.putObject("description").put("type", "string");
        allowed(properties.putObject("mode"), List.of("enforce", "observe")).put("default", "enforce");
        allowed(properties.putObject("fallbackResult"), List.of("ALLOW", "DENY"));
        properties.set("when", ref("condition"));
        properties.set("unless", ref("condition"));
        properties.putObject("options").put("type", "object");
        rule.putArray("required").add("id").add("type");
        rule.put("additionalProperties", false);
        ArrayNode each = rule.putArray("allOf");
        for (String type : BuiltIn.TYPES) {
            builtIn.add(type);
            ObjectNode one = each.addObject();
            one.putObject("if").putObject("properties").putObject("type").put("const", type);
            one.putObject("then").putObject("properties").set("options", ref(type));
        }
        return rule;
    }

    private static ObjectNode condition() {
        ObjectNode condition = object().put("type", "object").put("minProperties", 1);
        ObjectNode properties = condition.putObject("properties");
        properties.set("userId", texts().put("minItems", 1));
        properties.putObject("senderAttribute").put("type", "object").set("additionalProperties",
                texts().put("minItems", 1));
        return condition.put("additionalProperties", false);
    }

    private static ObjectNode options(String type) {
        ObjectNode options = object().put("description", "docs/RULES.md, \"" + type + "\"").put("type",
                "object");
        ObjectNode properties = options.putObject("properties");
        for (Option option : asked(type)) {
            properties.set(option.name(), option(option));
        }
        return options.put("additionalProperties", false);
    }

    static List<Option> asked(String type) {
        RuleOptions options = new RuleOptions(JsonCursor.root(new JsonValue.JsonObject(Map.of())),
                new ArrayList<>(), "default/" + type, null);
        RuleFactory factory = BuiltIn.factory(type);
        if (factory == null) {
            throw new IllegalStateException("no factory for " + type);
        }
        try {
            factory.create(options, name -> {
                throw new IOException("no file " + name);
            });
        } catch (RuntimeException refused) {
            // it has asked for every option before
        }
        return options.asked();
    }

    private static ObjectNode option(Option option) {
        ObjectNode node = switch (option.type()) {
            case STRING -> object().put("type", "string");
            case STRINGS -> texts();
            case STRING_LISTS -> {
                ObjectNode lists = object().put("type", "object");
                lists.set("additionalProperties", texts().put("minItems", 1));
                yield lists;
            }
            case FLAG -> object().put("type", "boolean");
            case INTEGER -> object().put("type", "integer");
            case DECIMAL -> object().put("type", "number");
            case RULES -> array(ref("rule"));
            case DURATION -> object().put("type", "string").put("format", "duration");
        };
        if (!option.allowed().isEmpty()) {
            node = allowed(object(), option.allowed());
        }
        if (option.min() != null) {
            node.putPOJO("minimum", option.min());
        }
        if (option.max() != null) {
            node.putPOJO("maximum", option.max());
        }
        if (option.defaultValue() != null) {
            node.putPOJO("default", option.type() == Option.Type.DURATION ? option.defaultValue().toString()
                    : option.defaultValue());
        }
        return node;
    }

    private static ObjectNode allowed(ObjectNode node, List<String> values) {
        ArrayNode allowed = node.putArray("enum");
        for (String value : values) {
            allowed.add(value);
        }
        return node;
    }

    private static ObjectNode texts() {
        return array(object().put("type", "string").put("minLength", 1));
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode array = object().put("type", "array");
        array.set("items", items);
        return array;
    }

    private static ObjectNode ref(String name) {
        return object().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
