// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Lines as the review function logs them, and batches of them as CloudWatch Logs sends them. */
final class Lines {
    static final ObjectMapper JSON = new ObjectMapper();

    private Lines() {}

    static ObjectNode decision(String room, String messageId, String userId, Instant at) {
        ObjectNode line = JSON.createObjectNode();
        line.putObject("_aws").put("Timestamp", at.toEpochMilli());
        line.put("room", room).put("messageId", messageId).put("userId", userId);
        line.putObject("failures");
        return line;
    }

    static String denied(String room, String messageId, String userId, Instant at) {
        return decision(room, messageId, userId, at).put("result", "DENY").put("rule", "links").toString();
    }

    static String annotated(String room, String messageId, String userId, Instant at, String content) {
        ObjectNode line = decision(room, messageId, userId, at).put("result", "ALLOW").put("delivered",
                content);
        line.putArray("annotatedBy").add("maybe");
        return line.toString();
    }

    static CloudWatchLogsEvent batch(List<String> lines) {
        ObjectNode batch = JSON.createObjectNode().put("messageType", "DATA_MESSAGE");
        ArrayNode events = batch.putArray("logEvents");
        lines.forEach(line -> events.addObject().put("id", "1").put("timestamp", 1).put("message", line));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(JSON.writeValueAsBytes(batch));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        CloudWatchLogsEvent.AWSLogs logs = new CloudWatchLogsEvent.AWSLogs();
        logs.setData(Base64.getEncoder().encodeToString(bytes.toByteArray()));
        CloudWatchLogsEvent event = new CloudWatchLogsEvent();
        event.setAwsLogs(logs);
        return event;
    }
}
