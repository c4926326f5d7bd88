// SPDX-License-Identifier: Apache-2.0
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** What a first tutorial would have one write: typed in, typed out, one trivial rule. */
public class PojoHandler implements RequestHandler<PojoHandler.Event, Map<String, Object>> {
    public static class Event {
        private String content = "";
        private Map<String, String> attributes = Map.of();

        public String getContent() {
            return content;
        }

        public void setContent(String value) {
            content = value;
        }

        public Map<String, String> getAttributes() {
            return attributes;
        }

        public void setAttributes(Map<String, String> value) {
            attributes = value;
        }
    }

    @Override
    public Map<String, Object> handleRequest(Event event, Context context) {
        boolean bad = event.getContent().toLowerCase().contains("shit");
        return Map.of("ReviewResult", bad ? "DENY" : "ALLOW", "Content", event.getContent());
    }
}
