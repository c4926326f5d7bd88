// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.json.JsonWriter;
import dev.usher.review.RoomArn;

/** A review event around a bare content: for whoever has only the text. */
final class SyntheticEvent {
    /** Who is said to have sent it. */
    static final String USER_ID = "usher-cli";
    /** Where it is said to have been sent to, if nothing else is said. */
    static final RoomArn ROOM = new RoomArn("arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456");
    /** An address that is kept for documentation (RFC 5737). */
    static final String IP = "192.0.2.1";

    private SyntheticEvent() {}

    /**
     * The event's JSON.
     *
     * @param number makes the message id, of 12 digits as in the live service
     */
    static byte[] of(String content, RoomArn room, long number) {
        String digits = "000000000000" + number;
        return new JsonWriter().beginObject()
                .name("Content").value(content)
                .name("MessageId").value(digits.substring(digits.length() - 12))
                .name("RoomArn").value(room.value())
                .name("Attributes").beginObject().endObject()
                .name("Sender").beginObject()
                .name("UserId").value(USER_ID)
                .name("Ip").value(IP)
                .name("Attributes").beginObject().endObject()
                .endObject().endObject().toByteArray();
    }
}
