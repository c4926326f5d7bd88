// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.review;

import java.nio.charset.StandardCharsets;

/** Review events of a given length of content, ordinary chat with or without a find at its end. */
final class Events {
    private static final String CHAT = "good game everyone, that last round was really close and the new map looks great "
            + "tonight, does anybody know when the next stream starts, I have to be up early tomorrow ";

    private Events() {}

    /** @param end what the content ends with; decides what comes of it */
    static byte[] of(int length, String end) {
        StringBuilder content = new StringBuilder();
        while (content.length() < length - end.length()) {
            content.append(CHAT);
        }
        content.setLength(length - end.length());
        content.append(end);
        return ("{\"Content\":\"" + content + "\",\"MessageId\":\"AbCdEf123456\","
                + "\"RoomArn\":\"arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456\","
                + "\"Attributes\":{\"language\":\"en\"},"
                + "\"Sender\":{\"UserId\":\"ann\",\"Ip\":\"192.0.2.1\",\"Attributes\":{}}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
