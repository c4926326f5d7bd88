// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A frame of a room as a line for a terminal. Immutable.
 *
 * @param requestId of the request that it answers; null where it answers none of ours
 */
record ShownFrame(@Nullable String requestId, String line) {
    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(1 << 18, 32);

    /**
     * Reads a frame.
     *
     * @param written what we sent, by request id: whether the room sees something else is told
     */
    static ShownFrame of(String json, Map<String, String> written) throws JsonException {
        JsonCursor frame = JsonCursor.root(JsonReader.read(json.getBytes(StandardCharsets.UTF_8), LIMITS));
        JsonCursor id = frame.member("RequestId");
        @Nullable String requestId = id.isString() ? id.string() : null;
        @Nullable String sent = requestId == null ? null : written.get(requestId);
        return new ShownFrame(requestId, shown(switch (frame.member("Type").string()) {
            case "MESSAGE" -> message(frame, sent);
            case "EVENT" -> event(frame);
            case "ERROR" -> "! " + frame.member("ErrorCode").integer(0, 999) + " "
                    + frame.member("ErrorMessage").string() + (sent == null ? "" : "  <- " + sent);
            default -> "? " + json;
        }));
    }

    private static String message(JsonCursor frame, @Nullable String sent) throws JsonException {
        String content = frame.member("Content").string();
        return frame.member("Id").string() + "  " + frame.member("Sender").member("UserId").string() + ": "
                + content
                + (sent == null || sent.equals(content) ? "" : "  (edited, you wrote: " + sent + ")");
    }

    private static String event(JsonCursor frame) throws JsonException {
        Map<String, String> attributes = frame.memberOrEmpty("Attributes").strings();
        String reason = attributes.containsKey("Reason") ? ": " + attributes.get("Reason") : "";
        return switch (frame.member("EventName").string()) {
            case "aws:DELETE_MESSAGE" -> "* message " + attributes.get("MessageID") + " was deleted" + reason;
            case "aws:DISCONNECT_USER" -> "* " + attributes.get("UserId") + " was disconnected" + reason;
            default ->
                "* " + frame.member("EventName").string() + (attributes.isEmpty() ? "" : " " + attributes);
        };
    }

    /** Others write this: nothing that a terminal obeys may be in it, nor what turns the direction of the text. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            boolean obeyed = Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
            if (obeyed || turns) {
                shown.append("<U+")
                        .append(Integer.toHexString(0x10000 | c).substring(1).toUpperCase(Locale.ROOT))
                        .append('>');
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }
}
