// SPDX-License-Identifier: Apache-2.0
package dev.usher.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The template with values for its parameters, evaluated as CloudFormation would as far as that goes before there is an
 * account: a resource's name or attribute stays as {@code ${Name}} or {@code ${Name.Attribute}}. Immutable.
 */
final class Template {
    static final Path ROOT = Path.of(System.getProperty("usher.root", ".."));
    private static final Object NO_VALUE = new Object();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private final Map<String, Object> source;
    private final Map<String, String> values;

    /** Read once, and left as it is. */
    private static final class Source {
        static final Map<String, Object> READ = read();

        private static Map<String, Object> read() {
            try {
                return map(TemplateYaml.read(ROOT.resolve("template.yaml")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Template(Map<String, Object> source, Map<String, String> values) {
        this.source = source;
        this.values = values;
    }

    /** With every parameter at its default. */
    static Template defaults() {
        return with(Map.of());
    }

    /** With the given values, and defaults for the rest. */
    static Template with(Map<String, String> given) {
        Map<String, Object> source = Source.READ;
        Map<String, String> values = new TreeMap<>();
        map(source.get("Parameters"))
                .forEach((name, parameter) -> values.put(name, text(map(parameter).get("Default"))));
        for (String name : given.keySet()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no parameter " + name);
            }
        }
        values.putAll(given);
        return new Template(source, values);
    }

    /** A part of the template as it is written. */
    Map<String, Object> written(String section) {
        return map(source.get(section));
    }

    /** The resources that are made, evaluated. */
    Map<String, Object> resources() {
        Map<String, Object> made = new LinkedHashMap<>();
        written("Resources").forEach((name, resource) -> {
            if (isMade(map(resource))) {
                made.put(name, evaluate(resource));
            }
        });
        return made;
    }

    Map<String, Object> properties(String resource) {
        return map(map(resources().get(resource)).get("Properties"));
    }

    Map<String, String> environment(String function) {
        Map<String, String> variables = new TreeMap<>();
        map(map(properties(function).get("Environment")).get("Variables"))
                .forEach((name, value) -> variables.put(name, (String) value));
        return variables;
    }

    /** What the rules say against these values. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        written("Rules").forEach((name, rule) -> {
            if (isTrue(map(rule).get("RuleCondition"))) {
                for (Object assertion : list(map(rule).get("Assertions"))) {
                    if (!isTrue(map(assertion).get("Assert"))) {
                        objections.add(text(map(assertion).get("AssertDescription")));
                    }
                }
            }
        });
        return objections;
    }

    private boolean isMade(Map<String, Object> resource) {
        return !(resource.get("Condition") instanceof String condition) || isTrue(
                Map.of("Condition", condition));
    }

    private boolean isTrue(@Nullable Object condition) {
        Map<String, Object> function = map(condition);
        String name = function.keySet().iterator().next();
        Object argument = function.get(name);
        return switch (name) {
            case "Condition" -> isTrue(written("Conditions").get((String) argument));
            case "Fn::Equals" -> evaluate(list(argument).get(0)).equals(evaluate(list(argument).get(1)));
            case "Fn::Not" -> !isTrue(list(argument).get(0));
            case "Fn::And" -> list(argument).stream().allMatch(this::isTrue);
            case "Fn::Or" -> list(argument).stream().anyMatch(this::isTrue);
            default -> throw new IllegalArgumentException("unknown condition " + name);
        };
    }

    private Object evaluate(@Nullable Object node) {
        if (node instanceof List<?> items) {
            return items.stream().map(this::evaluate).filter(value -> value != NO_VALUE).toList();
        } else if (!(node instanceof Map)) {
            return text(node);
        }
        Map<String, Object> members = map(node);
        if (members.size() == 1) {
            String name = members.keySet().iterator().next();
            Object argument = members.get(name);
            return switch (name) {
                case "Ref" -> reference(text(argument));
                case "Fn::GetAtt" -> "${" + String.join(".", strings(argument)) + "}";
                case "Fn::If" ->
                    evaluate(list(argument).get(isTrue(Map.of("Condition", list(argument).get(0))) ? 1 : 2));
                case "Fn::Join" ->
                    String.join(text(list(argument).get(0)), strings(evaluate(list(argument).get(1))));
                case "Fn::Sub" -> PLACEHOLDER.matcher(text(argument)).replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf(reference(found.group(1)))));
                default -> members(members);
            };
        }
        return members(members);
    }

    private Map<String, Object> members(Map<String, Object> members) {
        Map<String, Object> evaluated = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            Object result = evaluate(value);
            if (result != NO_VALUE) {
                evaluated.put(name, result);
            }
        });
        return evaluated;
    }

    private Object reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return NO_VALUE;
        } else if (!values.containsKey(name)) {
            return "${" + name + "}";
        }
        String value = text(values.get(name));
        return text(map(written("Parameters").get(name)).get("Type")).equals("CommaDelimitedList")
                ? List.of(value.split(",", -1))
                : value;
    }

    /** Every value below the given one that the function finds worth taking, in order. */
    static List<Object> find(Object node, Function<Object, Boolean> wanted) {
        List<Object> found = new ArrayList<>();
        if (wanted.apply(node)) {
            found.add(node);
        }
        if (node instanceof Map<?, ?> members) {
            members.values().forEach(value -> found.addAll(find(value, wanted)));
        } else if (node instanceof List<?> items) {
            items.forEach(item -> found.addAll(find(item, wanted)));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        if (!(value instanceof Map)) {
            throw new IllegalArgumentException("expected a map, found " + value);
        }
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object value) {
        if (!(value instanceof List)) {
            throw new IllegalArgumentException("expected a list, found " + value);
        }
        return (List<Object>) value;
    }

    static String text(@Nullable Object value) {
        if (!(value instanceof String text)) {
            throw new IllegalArgumentException("expected a text, found " + value);
        }
        return text;
    }

    static List<String> strings(@Nullable Object value) {
        return value instanceof String one ? List.of(one)
                : list(value).stream().map(String.class::cast).toList();
    }
}
