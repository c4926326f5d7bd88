// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.text.Candidate;
import dev.usher.text.TermFile;
import dev.usher.text.TermMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one {@code blocked-words} rule looks for, and where each of its terms comes from.
 *
 * @param id the rule's, empty where the command line names the terms
 * @param origins by a list's, an option's or a file's name, what it holds alone
 */
record WordsRule(String id, TermMatcher matcher, Map<String, TermMatcher> origins) {
    static WordsRule of(TermMatcher matcher) {
        return new WordsRule("", matcher, Map.of());
    }

    /**
     * The rules of a file that has no faults, in its order.
     *
     * @throws IOException where it, or a file that it names, cannot be read
     */
    static List<WordsRule> read(Path file) throws IOException {
        List<WordsRule> rules = new ArrayList<>();
        collect(new ObjectMapper().readTree(Files.readAllBytes(file)), file, rules);
        return rules;
    }

    /** Rules stand in chains, and in the options of other rules. */
    private static void collect(JsonNode node, Path file, List<WordsRule> rules) throws IOException {
        if (node.path("type").asText().equals("blocked-words") && node.path("id").isTextual()) {
            rules.add(rule(node.get("id").asText(), node.path("options"), file));
            return;
        }
        for (JsonNode inner : node) {
            collect(inner, file, rules);
        }
    }

    private static WordsRule rule(String id, JsonNode options, Path file) throws IOException {
        int minSeverity = options.path("minSeverity").asInt(2);
        TermMatcher.Builder all = TermMatcher.builder().minSeverity(minSeverity);
        Map<String, TermMatcher> origins = new LinkedHashMap<>();
        for (String list : strings(options, "lists")) {
            all.list(list);
            origins.put("list " + list, TermMatcher.builder().minSeverity(minSeverity).list(list).build());
        }
        for (String name : strings(options, "files")) {
            Path own = file.toAbsolutePath().resolveSibling(name);
            TermFile terms = TermFile.read(Files.readAllBytes(own), name);
            all.file(terms);
            origins.put("file " + name,
                    TermMatcher.builder().minSeverity(minSeverity).file(terms).build());
        }
        List<String> words = strings(options, "words");
        List<String> allow = strings(options, "allow");
        origins.put("words", TermMatcher.builder().words(words).build());
        origins.put("allow", TermMatcher.builder().allow(allow).build());
        return new WordsRule(id, all.words(words).allow(allow).build(), origins);
    }

    private static List<String> strings(JsonNode options, String name) {
        List<String> strings = new ArrayList<>();
        for (JsonNode string : options.path(name)) {
            strings.add(string.asText());
        }
        return strings;
    }

    /** Which of the lists, files and options hold the term that was looked at. */
    String origin(Candidate candidate, String text) {
        StringBuilder names = new StringBuilder();
        origins.forEach((name, alone) -> {
            for (Candidate c : alone.explain(text)) {
                if (c.start() == candidate.start() && c.end() == candidate.end()
                        && c.term().equals(candidate.term()) && c.category().equals(candidate.category())) {
                    names.append(names.isEmpty() ? "" : ", ").append(name);
                    return;
                }
            }
        });
        return names.toString();
    }
}
