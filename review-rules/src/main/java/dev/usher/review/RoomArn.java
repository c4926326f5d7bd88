// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

/**
 * The room that a message was sent to, such as
 * {@code arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456}. Immutable.
 *
 * @param value the whole ARN
 */
public record RoomArn(String value) {
    /**
     * The room of made-up messages, such as those that prime a function: no account has this number. Whatever a rule
     * counts there counts for nobody.
     */
    public static final RoomArn NOWHERE = new RoomArn("arn:aws:ivschat:us-west-2:000000000000:room/nowhere");

    private static final int PARTS = 6;

    /**
     * Takes an ARN as it is.
     *
     * @throws IllegalArgumentException where the value is not the ARN of a chat room
     */
    public RoomArn {
        if (!isRoomArn(value)) {
            throw new IllegalArgumentException(
                    "expected the ARN of a chat room such as arn:aws:ivschat:us-west-2:123456789012:room/AbCdEf123456");
        }
    }

    /** The room's id: what follows {@code room/}; 12 letters and digits in the live service. */
    public String id() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    private static boolean isRoomArn(String value) {
        int part = 0;
        int start = 0;
        while (part < PARTS - 1) {
            int end = value.indexOf(':', start);
            if (end < 0 || !isPart(value, start, end, part)) {
                return false;
            }
            start = end + 1;
            part++;
        }
        return value.startsWith("room/", start) && isName(value, start + "room/".length(), value.length());
    }

    private static boolean isPart(String value, int start, int end, int part) {
        return switch (part) {
            case 0 -> value.startsWith("arn:", start) && end - start == 3;
            case 1 -> value.startsWith("aws", start);
            case 2 -> value.startsWith("ivschat:", start) && end - start == 7;
            default -> isName(value, start, end);
        };
    }

    private static boolean isName(String value, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = value.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '-') {
                return false;
            }
        }
        return start < end;
    }

    @Override
    public String toString() {
        return value;
    }
}
