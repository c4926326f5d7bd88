// SPDX-License-Identifier: Apache-2.0
package dev.usher.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.handler.MessageReviewHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;

/** What the function's own line declares as metrics, found by running it. Immutable. */
record EmittedMetrics(String namespace, Set<String> dimensions, Set<String> names) {
    static EmittedMetrics found() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (InputStream event = Files.newInputStream(
                Template.ROOT.resolve("events").resolve("allow.event.json"))) {
            new MessageReviewHandler().handleRequest(event, new ByteArrayOutputStream(), null);
        } finally {
            System.setOut(before);
        }
        JsonNode metrics = new ObjectMapper().readTree(log.toByteArray()).at("/_aws/CloudWatchMetrics/0");
        Set<String> dimensions = new TreeSet<>();
        metrics.at("/Dimensions/0").forEach(dimension -> dimensions.add(dimension.asText()));
        Set<String> names = new TreeSet<>();
        metrics.at("/Metrics").forEach(metric -> names.add(metric.at("/Name").asText()));
        return new EmittedMetrics(metrics.at("/Namespace").asText(), dimensions, names);
    }
}
