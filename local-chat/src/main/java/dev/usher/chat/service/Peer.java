// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

/** The other end of a connection. Thread-safe; no method waits for the network. */
public interface Peer {
    /** Sends a frame after all that were sent before. */
    void send(String frame);

    /** Closes the connection properly, after all that was sent before. */
    void close(int code, String reason);
}
