// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.util.List;

/** The other end of a connection. Thread-safe; no method waits for the network. */
public interface Peer {
    /** Sends a frame after all that were sent before. */
    void send(String frame);

    /** Sends frames in this order; they may go out as one piece. */
    default void send(List<String> frames) {
        frames.forEach(this::send);
    }

    /** Closes the connection properly, after all that was sent before. */
    void close(int code, String reason);
}
