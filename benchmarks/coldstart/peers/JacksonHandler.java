// SPDX-License-Identifier: Apache-2.0
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A stream handler with jackson-databind and records, one trivial rule. */
public class JacksonHandler implements RequestStreamHandler {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(@JsonProperty("Content") String content) {}

    record Answer(@JsonProperty("ReviewResult") String reviewResult, @JsonProperty("Content") String content) {}

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Event event = mapper.readValue(in, Event.class);
        boolean bad = event.content().toLowerCase().contains("shit");
        mapper.writeValue(out, new Answer(bad ? "DENY" : "ALLOW", event.content()));
    }
}
