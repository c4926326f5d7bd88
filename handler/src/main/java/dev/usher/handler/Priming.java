// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.review.Deadline;
import dev.usher.review.RoomArn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Reviews a few made-up events, so that their classes are loaded at init and not while a real message waits: at
 * 512 MB a first invoke costs some 3.4 times what the same work costs at init (docs/PERFORMANCE.md). They are of a room
 * that does not exist, so that rules that count do so for nobody.
 */
final class Priming {
    private static final String[] CONTENTS = {
        "hello everyone",
        "HELLO THERE LOOK AT www.example.com NOW AND call +1 202 555 0123 or mail a@example.com @you \\ud83d\\ude00\\ud83d\\ude00 zzzzzzzzzzzz",
        "caf\\u00e9 \\u0441\\u043b\\u043e\\u0432\\u043e \\u65e5\\u672c a@example.com",
        "what a load of b.u.1.1.s.h.1.t"
    };
    private static final byte[] UNREADABLE = "{\"Content\":5}".getBytes(StandardCharsets.UTF_8);

    private Priming() {}

    /** One answer of each kind, the way a real event goes; the last two are as most messages are. */
    static void prime(MessageReviewHandler handler, Settings.Log level) {
        DecisionLog log = new DecisionLog(OutputStream.nullOutputStream(), level, new EpochMillis());
        try {
            for (String content : CONTENTS) {
                answer(handler, log, event(content));
            }
            answer(handler, log, UNREADABLE);
            answer(handler, log, event(CONTENTS[0]));
            answer(handler, log, event(CONTENTS[0]));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void answer(MessageReviewHandler handler, DecisionLog log, byte[] event)
            throws IOException {
        handler.answer(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null,
                Deadline.after(Duration.ofSeconds(1)), log);
    }

    /** One review of each kind: passed, found fault with, beyond ASCII, and not an event at all. */
    static void prime(MessageReviewer reviewer, Settings.Log level) {
        DecisionLog log = new DecisionLog(OutputStream.nullOutputStream(), level, new EpochMillis());
        for (String content : CONTENTS) {
            review(reviewer, log, event(content));
        }
        review(reviewer, log, UNREADABLE);
    }

    private static void review(MessageReviewer reviewer, DecisionLog log, byte[] event) {
        Decision decision = reviewer.review(event, Deadline.after(Duration.ofSeconds(1)));
        try {
            log.write(decision, "priming", false, 0);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] event(String content) {
        return ("{\"Content\":\"" + content + "\",\"MessageId\":\"AbCdEf123456\","
                + "\"RoomArn\":\"" + RoomArn.NOWHERE + "\","
                + "\"Attributes\":{\"a\":\"b\"},"
                + "\"Sender\":{\"UserId\":\"priming\",\"Ip\":\"192.0.2.1\",\"Attributes\":{}}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
