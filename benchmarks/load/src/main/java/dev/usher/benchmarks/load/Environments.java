// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import dev.usher.handler.MessageReviewHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Execution environments of the shipped function with its shipped rules, all warm; each has one event at a time, as on
 * Lambda. Where all are busy an event waits, and the service's 200 ms run on. Thread-safe.
 */
final class Environments {
    static final int COUNT = 20;
    private final BlockingDeque<MessageReviewHandler> idle = new LinkedBlockingDeque<>();

    Environments() {
        for (int i = 0; i < COUNT; i++) {
            idle.add(new MessageReviewHandler());
        }
    }

    byte[] review(byte[] event) throws Exception {
        MessageReviewHandler handler = idle.takeFirst();
        try {
            ByteArrayOutputStream response = new ByteArrayOutputStream(512);
            handler.handleRequest(new ByteArrayInputStream(event), response, null);
            return response.toByteArray();
        } finally {
            idle.addFirst(handler);
        }
    }
}
