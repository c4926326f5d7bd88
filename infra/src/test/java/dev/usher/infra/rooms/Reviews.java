// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.chat.invoke.InProcessInvoker;
import dev.usher.chat.invoke.Invoker;
import java.nio.charset.StandardCharsets;

/** Handlers, good and bad. */
final class Reviews {
    static final String GOOD = "arn:aws:lambda:us-west-2:123456789012:function:review:live";
    static final String OTHER = "arn:aws:lambda:us-west-2:123456789012:function:review:2";
    static final String DENIES = "arn:aws:lambda:us-west-2:123456789012:function:denies";
    static final String ALLOWS = "arn:aws:lambda:us-west-2:123456789012:function:allows";
    static final String FAILS = "arn:aws:lambda:us-west-2:123456789012:function:fails";
    static final String STRICT = "arn:aws:lambda:us-west-2:123456789012:function:strict";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Reviews() {}

    /** What the review function does with a canary, and lets all else pass. */
    static Invoker good() {
        return new InProcessInvoker(
                event -> content(event).startsWith("usher-canary ") ? deny(content(event)) : allow(event));
    }

    /** Somebody else's: knows no canary, and denies messages with a hyphen. */
    static Invoker denies() {
        return new InProcessInvoker(
                event -> content(event).contains("-") ? deny("no hyphens, please") : allow(event));
    }

    static Invoker allows() {
        return new InProcessInvoker(Reviews::allow);
    }

    static Invoker fails() {
        return new InProcessInvoker(event -> {
            throw new IllegalStateException("on purpose");
        });
    }

    /** Usher with rules that no greeting passes. */
    static Invoker strict() {
        return new InProcessInvoker(event -> {
            String content = content(event);
            return content.startsWith("usher-canary ") ? deny(content)
                    : content.equals("konnichiwa") ? allow(event) : deny("not here");
        });
    }

    private static String content(byte[] event) throws java.io.IOException {
        return JSON.readTree(event).path("Content").asText();
    }

    private static byte[] allow(byte[] event) throws java.io.IOException {
        JsonNode message = JSON.readTree(event);
        return JSON.createObjectNode().put("ReviewResult", "ALLOW")
                .put("Content", message.path("Content").asText())
                .toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] deny(String reason) {
        var answer = JSON.createObjectNode().put("ReviewResult", "DENY");
        answer.putObject("Attributes").put("Reason", reason);
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }
}
