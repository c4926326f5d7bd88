// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** WebSocket frames (RFC 6455) as a client writes them. */
final class Frames {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    private static final int MASKED = 0x80;
    private static final int FINAL = 0x80;
    private static final int LONGEST_SHORT = 125;

    private Frames() {}

    static ByteBuffer text(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A frame with a mask of zeros, which is one too. */
    static ByteBuffer frame(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
        frame.put((byte) (FINAL | opcode));
        if (payload.length <= LONGEST_SHORT) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        }
        return frame.putInt(0).put(payload).flip();
    }

    /** The handshake of a client with its token as the one subprotocol. */
    static ByteBuffer handshake(int port, String token) {
        return ByteBuffer.wrap(("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: " + token
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
