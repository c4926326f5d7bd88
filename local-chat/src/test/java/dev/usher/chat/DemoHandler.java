// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.page.RulesDesk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A handler with rules that can be changed: masks some words, denies "spam" and links, and sleeps over "slow". */
final class DemoHandler implements RulesDesk {
    private static final Duration LONG = Duration.ofMinutes(1);
    private volatile String rules = """
            {
              "version": 1,
              "rules": [
                {"id": "blocked", "words": ["darn"]},
                {"id": "spam", "words": ["spam", "http://"]}
              ]
            }
            """;

    byte[] review(byte[] event) throws InterruptedException {
        ObjectNode message = read(event);
        String content = message.path("Content").asText();
        if (content.contains("slow")) {
            Thread.sleep(LONG); // nobody waits for it
        }
        ObjectNode answer = message.objectNode();
        if (!spans(content, 1).isEmpty()) {
            answer.put("ReviewResult", "DENY").putObject("Attributes").put("Reason", "no spam, please");
        } else {
            answer.put("ReviewResult", "ALLOW").put("Content", masked(content)).set("Attributes",
                    message.path("Attributes"));
        }
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] explain(byte[] event) {
        String content = read(event).path("Content").asText();
        ObjectNode explanation = ChatUser.json("{\"steps\":[]}");
        ArrayNode steps = explanation.withArrayProperty("steps");
        steps.addObject().put("rule", "blocked").put("verdict", spans(content, 0).isEmpty() ? "PASS" : "EDIT")
                .put("micros", 14).set("spans", spans(content, 0));
        steps.addObject().put("rule", "spam").put("verdict", spans(content, 1).isEmpty() ? "PASS" : "DENY")
                .put("micros", 3).set("spans", spans(content, 1));
        return explanation.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String rules() {
        return rules;
    }

    @Override
    public List<RuleFault> check(String given) {
        try {
            List<RuleFault> faults = new ArrayList<>();
            JsonNode list = ChatUser.json(given).path("rules");
            if (!list.isArray()) {
                faults.add(new RuleFault("rules", "expected a list"));
            }
            for (int i = 0; i < list.size(); i++) {
                JsonNode words = list.path(i).path("words");
                if (!words.isArray()) {
                    faults.add(new RuleFault("rules[" + i + "].words", "expected a list"));
                }
                for (int j = 0; j < words.size(); j++) {
                    if (!words.path(j).isTextual()) {
                        faults.add(new RuleFault("rules[" + i + "].words[" + j + "]", "expected a word"));
                    }
                }
            }
            return faults;
        } catch (AssertionError notJson) {
            return List.of(new RuleFault("", "expected JSON"));
        }
    }

    @Override
    public void apply(String given) {
        rules = given;
    }

    @Override
    public void save(String given) {
        rules = given; // there is no file
    }

    private String masked(String content) {
        String masked = content;
        for (JsonNode word : words(0)) {
            masked = masked.replace(word.asText(), "*".repeat(word.asText().length()));
        }
        return masked;
    }

    private ArrayNode spans(String content, int rule) {
        ArrayNode spans = ChatUser.json("{}").arrayNode();
        for (JsonNode word : words(rule)) {
            int at = content.indexOf(word.asText());
            if (at >= 0) {
                spans.addArray().add(at).add(at + word.asText().length());
            }
        }
        return spans;
    }

    private JsonNode words(int rule) {
        return ChatUser.json(rules).at("/rules/" + rule + "/words");
    }

    private static ObjectNode read(byte[] event) {
        return ChatUser.json(new String(event, StandardCharsets.UTF_8));
    }
}
