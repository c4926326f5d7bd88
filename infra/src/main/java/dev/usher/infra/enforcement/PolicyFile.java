// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.usher.infra.enforcement.Policy.SecondLook;
import dev.usher.infra.enforcement.Policy.Trigger;
import dev.usher.infra.enforcement.Sanction.Announce;
import dev.usher.infra.enforcement.Sanction.Delete;
import dev.usher.infra.enforcement.Sanction.Disconnect;
import dev.usher.infra.enforcement.Sanction.Exclude;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy, and says every fault with its path; a JSON Schema of it ships beside it. One thread at a time. */
final class PolicyFile {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration DEFAULT_REST = Duration.ofMinutes(1);
    private static final int DEFAULT_PACE = 50;
    private static final int QUOTA = 100;
    private static final int LONGEST_REASON = 256;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DENIALS = 100;
    private static final String DEFAULT_REASON = "Your messages broke this chat's rules.";

    private final List<String> faults = new ArrayList<>();

    private PolicyFile() {}

    static Policy read(byte[] content) throws PolicyException {
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (IOException notJson) {
            throw new PolicyException(List.of("not JSON: " + notJson.getMessage()));
        }
        PolicyFile file = new PolicyFile();
        Policy policy = file.policy(root);
        if (!file.faults.isEmpty()) {
            throw new PolicyException(file.faults);
        }
        return policy;
    }

    private Policy policy(JsonNode root) {
        members(root, "", "$schema", "version", "callsPerSecond", "triggers", "secondLook");
        if (root.path("version").asInt() != 1) {
            fault("version", "1", root.path("version"));
        }
        List<Trigger> triggers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        JsonNode list = root.path("triggers");
        if (!list.isArray() && !list.isMissingNode()) {
            fault("triggers", "an array", list);
        }
        for (int i = 0; i < list.size(); i++) {
            Trigger trigger = trigger(list.get(i), "triggers[" + i + "]");
            triggers.add(trigger);
            if (!ids.add(trigger.id())) {
                faults.add("triggers[" + i + "].id: \"" + trigger.id() + "\" is taken by one before");
            }
        }
        return new Policy(number(root, "", "callsPerSecond", 1, QUOTA, DEFAULT_PACE), triggers,
                root.has("secondLook") ? secondLook(root.path("secondLook")) : null);
    }

    private Trigger trigger(JsonNode node, String path) {
        members(node, path, "id", "description", "rules", "denials", "within", "rest", "actions");
        String id = node.path("id").asText();
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > LONGEST_NAME) {
            fault(path + ".id", "a kebab-case name", node.path("id"));
        }
        int denials = number(node, path, "denials", 1, MOST_DENIALS, 0);
        Duration within = denials == 1 && !node.has("within")
                ? Duration.ofSeconds(1)
                : duration(node, path, "within", null);
        return new Trigger(id, rules(node, path), denials, within, duration(node, path, "rest", DEFAULT_REST),
                actions(node, path, false));
    }

    private SecondLook secondLook(JsonNode node) {
        members(node, "secondLook", "description", "rules", "threshold", "actions");
        JsonNode threshold = node.path("threshold");
        if (!threshold.isNumber() || !(threshold.asDouble() > 0 && threshold.asDouble() <= 1)) {
            fault("secondLook.threshold", "a number above 0, up to 1", threshold);
        }
        return new SecondLook(rules(node, "secondLook"), threshold.asDouble(),
                actions(node, "secondLook", true));
    }

    private Set<String> rules(JsonNode node, String path) {
        Set<String> rules = new HashSet<>();
        JsonNode list = node.path("rules");
        if (!list.isMissingNode() && (!list.isArray() || list.isEmpty())) {
            fault(path + ".rules", "an array of rule ids, or no such member for all rules", list);
        }
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isTextual()) {
                fault(path + ".rules[" + i + "]", "a rule's id", list.get(i));
            }
            rules.add(list.get(i).asText());
        }
        return rules;
    }

    private List<Sanction> actions(JsonNode node, String path, boolean delivered) {
        List<Sanction> sanctions = new ArrayList<>();
        Set<String> words = new HashSet<>();
        JsonNode list = node.path("actions");
        if (!list.isArray() || list.isEmpty()) {
            fault(path + ".actions", "an array of one action or more", list);
        }
        for (int i = 0; i < list.size(); i++) {
            String at = path + ".actions[" + i + "]";
            Sanction sanction = action(list.get(i), at, delivered);
            if (sanction != null) {
                sanctions.add(sanction);
                if (!words.add(sanction.word())) {
                    faults.add(at + ".type: there is one \"" + sanction.word() + "\" before");
                }
            }
        }
        return sanctions;
    }

    private @Nullable Sanction action(JsonNode node, String path, boolean delivered) {
        return switch (node.path("type").asText()) {
            case "disconnect" -> {
                members(node, path, "type", "reason");
                yield new Disconnect(text(node, path, "reason", LONGEST_REASON, DEFAULT_REASON));
            }
            case "ban" -> {
                members(node, path, "type", "for");
                yield new Exclude(node.path("for").asText().equals("ever")
                        ? null
                        : duration(node, path, "for", null));
            }
            case "delete" -> {
                members(node, path, "type", "reason");
                if (!delivered) {
                    faults.add(path
                            + ".type: a refused message was never delivered; delete is for secondLook");
                }
                yield new Delete(text(node, path, "reason", LONGEST_REASON, DEFAULT_REASON));
            }
            case "event" -> {
                members(node, path, "type", "name", "room");
                String room = node.has("room") ? node.path("room").asText() : null;
                if (room != null && !room.startsWith("arn:aws:ivschat:")) {
                    fault(path + ".room", "a room's ARN", node.path("room"));
                }
                yield new Announce(text(node, path, "name", LONGEST_NAME, "usher:enforced"), room);
            }
            default -> {
                fault(path + ".type", "disconnect, ban, delete or event", node.path("type"));
                yield null;
            }
        };
    }

    private String text(JsonNode node, String path, String name, int longest, String otherwise) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > longest
                || value.asText().startsWith("aws:")) {
            fault(path + "." + name, "1 to " + longest + " characters, not beginning with aws:", value);
        }
        return value.asText();
    }

    private int number(JsonNode node, String path, String name, int least, int most, int otherwise) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() && otherwise > 0) {
            return otherwise;
        }
        if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
            fault(path.isEmpty() ? name : path + "." + name, "a whole number, " + least + " to " + most,
                    value);
        }
        return value.asInt();
    }

    private Duration duration(JsonNode node, String path, String name, @Nullable Duration otherwise) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() && otherwise != null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(value.asText());
            Duration most = name.equals("for") ? DAY.multipliedBy(366) : DAY;
            if (duration.isPositive() && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException none) {
            // said below, with what was found
        }
        fault(path + "." + name, name.equals("for")
                ? "an ISO-8601 duration such as PT1H, up to 366 days, or ever"
                : "an ISO-8601 duration such as PT10M, up to a day", value);
        return DEFAULT_REST;
    }

    private void members(JsonNode node, String path, String... allowed) {
        if (!node.isObject()) {
            fault(path.isEmpty() ? "the file" : path, "an object", node);
        }
        List<String> names = List.of(allowed);
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                faults.add((path.isEmpty() ? "" : path + ".") + name + ": unknown; allowed are "
                        + String.join(", ", names));
            }
        });
    }

    private void fault(String path, String expected, JsonNode found) {
        faults.add(path + ": expected " + expected + ", found "
                + (found instanceof MissingNode ? "nothing" : found.toString()));
    }
}
