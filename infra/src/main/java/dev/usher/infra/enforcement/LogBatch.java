// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Unpacks what CloudWatch Logs hands to a subscribed function: JSON in gzip in Base64. */
final class LogBatch {
    /** Far more than a subscription sends; an end to what unpacks without one. */
    private static final int MOST_BYTES = 32 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogBatch() {}

    /**
     * The lines, in the order of the batch.
     *
     * @throws IllegalArgumentException where it is no such batch; the event ends in the queue of failures, to be seen
     */
    static List<String> lines(CloudWatchLogsEvent event) {
        if (event.getAwsLogs() == null || event.getAwsLogs().getData() == null) {
            throw new IllegalArgumentException(
                    "awslogs.data: expected a batch of CloudWatch Logs, found nothing");
        }
        JsonNode batch;
        try (GZIPInputStream data = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(event.getAwsLogs().getData())))) {
            byte[] bytes = data.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "awslogs.data: unpacks to more than " + MOST_BYTES + " bytes");
            }
            batch = JSON.readTree(bytes);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("awslogs.data: no JSON in gzip", unreadable);
        }
        List<String> lines = new ArrayList<>();
        if (batch.path("messageType").asText().equals("DATA_MESSAGE")) { // else CloudWatch asks whether we are there
            batch.path("logEvents").forEach(logEvent -> lines.add(logEvent.path("message").asText()));
        }
        return lines;
    }
}
