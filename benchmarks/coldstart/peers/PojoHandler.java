// SPDX-License-Identifier: Apache-2.0
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** What a first tutorial would have one write: typed in, typed out, one trivial rule. */
public class PojoHandler implements RequestHandler<PojoHandler.Event, Map<String, Object>> {
    /** Named as the event has them: the client's JSON library tells "Content" from "content". */
    public static class Event {
        public String Content;
        public String MessageId;
        public String RoomArn;
        public Map<String, String> Attributes;
        public Sender Sender;
    }

    public static class Sender {
        public String UserId;
        public String Ip;
        public Map<String, String> Attributes;
    }

    @Override
    public Map<String, Object> handleRequest(Event event, Context context) {
        boolean bad = event.Content.toLowerCase().contains("shit");
        return Map.of("ReviewResult", bad ? "DENY" : "ALLOW", "Content", event.Content);
    }
}
