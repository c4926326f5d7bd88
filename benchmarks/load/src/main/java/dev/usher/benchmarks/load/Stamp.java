// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.nio.charset.StandardCharsets;

/**
 * What a message carries as its RequestId, which comes back to everyone in the room: who sent it, as the how manieth,
 * and when it was due. Immutable.
 *
 * @param due by {@link System#nanoTime}
 */
record Stamp(int sender, int sequence, long due) {
    private static final byte[] MEMBER = "\"RequestId\":\"".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String toString() {
        return sender + "." + sequence + "." + due;
    }

    /** Finds it in a frame. */
    static Stamp read(byte[] frame, int from, int end) {
        int at = after(MEMBER, frame, from, end);
        long[] numbers = new long[3];
        int number = 0;
        boolean negative = false;
        for (; at < end && frame[at] != '"'; at++) {
            if (frame[at] == '.') {
                number++;
            } else if (frame[at] == '-') {
                negative = true;
            } else {
                numbers[number] = numbers[number] * 10 + frame[at] - '0';
            }
        }
        return new Stamp((int) numbers[0], (int) numbers[1], negative ? -numbers[2] : numbers[2]);
    }

    private static int after(byte[] wanted, byte[] frame, int from, int end) {
        for (int i = from; i <= end - wanted.length; i++) {
            int matched = 0;
            while (matched < wanted.length && frame[i + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return i + wanted.length;
            }
        }
        throw new IllegalStateException(
                "a frame without our RequestId: "
                        + new String(frame, from, end - from, StandardCharsets.UTF_8));
    }
}
