// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import dev.usher.json.JsonWriter;
import dev.usher.review.Message;
import dev.usher.review.ReviewReport;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;
import dev.usher.review.RoomArn;
import dev.usher.review.RuleChain;
import dev.usher.review.Sender;
import dev.usher.review.Utf8;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contract's JSON, in and out; nobody else knows its member names (docs/CONTRACT.md). An event must have
 * {@code Content}, {@code MessageId}, {@code RoomArn}, {@code Sender} and its {@code UserId}; attributes and {@code Ip}
 * may be missing or null, and members that we do not know are passed over. Thread-safe.
 */
public final class ReviewWire {
    /** An event of the service has less than 10 KB; the depth is that of a future we do not know. */
    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(256 * 1024, 16);
    private static final String REASON = "Reason";

    private final int maximumMessageLength;

    /** For rooms whose limit on content is the given number of code points. */
    public ReviewWire(int maximumMessageLength) {
        this.maximumMessageLength = maximumMessageLength;
    }

    /** The size of the longest event that can be read, in bytes. */
    public static int maximumEventSize() {
        return LIMITS.size();
    }

    /**
     * Reads a review event.
     *
     * @throws JsonException where the bytes are no review event; names the place, and may quote what stands there
     */
    public ReviewRequest read(byte[] event) throws JsonException {
        JsonCursor root = JsonCursor.root(JsonReader.read(event, LIMITS));
        Message message = message(root);
        String messageId = root.member("MessageId").string();
        RoomArn roomArn = roomArn(root.member("RoomArn"));
        JsonCursor sender = root.member("Sender");
        return new ReviewRequest(message, messageId, roomArn, new Sender(sender.member("UserId").string(),
                stringOrEmpty(sender.member("Ip")), stringsOrEmpty(sender.member("Attributes"))));
    }

    /**
     * Writes the response to a reviewed message.
     *
     * @throws IllegalStateException where it would break the contract's limits, which the chain has ruled out
     */
    public byte[] write(ReviewReport report) {
        if (report.result() == ReviewResult.DENY) {
            return deny(report.reason());
        }
        String violation = violation(report.message());
        if (violation != null) {
            throw new IllegalStateException(violation);
        }
        return allow(report.message());
    }

    /**
     * Writes the response to an event that could not be reviewed. An ALLOW echoes the message where the event has a
     * sound one, and has no {@code Content} otherwise: the service then delivers what it has, whether it takes the
     * response or its own fallback.
     */
    public byte[] fallback(byte[] event, ReviewResult result) {
        if (result == ReviewResult.DENY) {
            return deny(RuleChain.NOT_REVIEWED);
        }
        try {
            return allow(message(JsonCursor.root(JsonReader.read(event, LIMITS))));
        } catch (JsonException unreadable) {
            return new JsonWriter().beginObject().name("ReviewResult").value("ALLOW").endObject()
                    .toByteArray();
        }
    }

    private Message message(JsonCursor root) throws JsonException {
        Message message = new Message(root.member("Content").string(),
                stringsOrEmpty(root.member("Attributes")));
        String violation = violation(message);
        if (violation != null) {
            throw root.error(violation);
        }
        return message;
    }

    /**
     * What the service would not take back, or null. Not only the contract's limits: a name with half a surrogate pair
     * is refused by common JSON readers (seen: Jackson 2.23; in values it is taken). An answer that echoes one may count
     * as invalid, and a sender could make a room's {@code fallbackResult} of ALLOW undo every edit with it.
     */
    private @Nullable String violation(Message message) {
        String violation = message.violation(maximumMessageLength);
        if (violation == null) {
            for (String name : message.attributes().keySet()) {
                if (hasLoneSurrogate(name)) {
                    return "an attribute's name with half a surrogate pair";
                }
            }
        }
        return violation;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static byte[] allow(Message message) {
        return new JsonWriter().beginObject()
                .name("Content").value(message.content())
                .name("ReviewResult").value("ALLOW")
                .name("Attributes").value(message.attributes())
                .endObject().toByteArray();
    }

    private static byte[] deny(@Nullable String reason) {
        return new JsonWriter().beginObject()
                .name("ReviewResult").value("DENY")
                .name("Attributes").value(reason == null ? Map.of() : Map.of(REASON, fitting(reason)))
                .endObject().toByteArray();
    }

    /** The reason, cut where the attributes would outgrow the contract: a denial must not fail by its reason. */
    private static String fitting(String reason) {
        int most = Message.MAX_ATTRIBUTES_SIZE - REASON.length();
        if (Utf8.length(reason) <= most) {
            return reason;
        }
        int end = Math.min(reason.length(), most / 3); // 3 bytes a UTF-16 unit at most
        return reason.substring(0, Character.isHighSurrogate(reason.charAt(end - 1)) ? end - 1 : end);
    }

    private static RoomArn roomArn(JsonCursor arn) throws JsonException {
        String value = arn.string();
        try {
            return new RoomArn(value);
        } catch (IllegalArgumentException other) {
            throw arn.error(String.valueOf(other.getMessage()));
        }
    }

    private static String stringOrEmpty(JsonCursor value) throws JsonException {
        return value.isMissingOrNull() ? "" : value.string();
    }

    private static Map<String, String> stringsOrEmpty(JsonCursor value) throws JsonException {
        return value.isMissingOrNull() ? Map.of() : value.strings();
    }
}
