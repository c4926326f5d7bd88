// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection of the fleet. What comes in is read by the fleet's thread alone; any thread may send.
 *
 * <p>It holds the laws: from one sender every message comes once and in order. A break is an exception that ends the
 * run.
 */
final class Member {
    private static final int BUFFER = 32 * 1024;
    private static final int PAUSE_NANOS = 20_000;
    private final SocketChannel channel;
    private final int number;
    private final int room;
    private final int[] lastSequences;
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
    private boolean open;
    private volatile boolean stalled;
    private volatile boolean closed;

    /** What comes of a frame. */
    interface Listener {
        void opened();

        void message(Member member, Stamp stamp);

        void refused(Member member, Stamp stamp, int code);
    }

    Member(SocketChannel channel, int number, int room, int members) {
        this.channel = channel;
        this.number = number;
        this.room = room;
        this.lastSequences = new int[members];
    }

    int number() {
        return number;
    }

    int room() {
        return room;
    }

    /** From now on it reads no more, like a client whose page hangs. */
    void stall() {
        stalled = true;
    }

    boolean isStalled() {
        return stalled;
    }

    boolean isClosed() {
        return closed;
    }

    synchronized void send(ByteBuffer frame) throws IOException {
        while (frame.hasRemaining()) {
            if (channel.write(frame) == 0) {
                LockSupport.parkNanos(PAUSE_NANOS); // the server lets it wait
            }
        }
    }

    /** Reads what is there. */
    void read(Listener listener) throws IOException {
        int count = channel.read(in);
        if (count < 0) {
            closed = true;
            channel.close();
            return;
        }
        in.flip();
        if (!open) {
            open = handshake();
            if (open) {
                listener.opened();
            }
        }
        while (open && frame(listener)) {
            // each takes itself off the buffer
        }
        in.compact();
    }

    private boolean handshake() {
        byte[] bytes = in.array();
        for (int i = in.position() + 3; i < in.limit(); i++) {
            if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
                if (bytes[9] != '1') {
                    throw new IllegalStateException("the handshake was refused: "
                            + new String(bytes, 0, 12, java.nio.charset.StandardCharsets.US_ASCII));
                }
                in.position(i + 1);
                return true;
            }
        }
        return false;
    }

    private boolean frame(Listener listener) throws IOException {
        int start = in.position();
        if (in.remaining() < 2) {
            return false;
        }
        int opcode = in.get(start) & 0x0f;
        int length = in.get(start + 1);
        int header = 2;
        if (length == 126) {
            if (in.remaining() < 4) {
                return false;
            }
            length = in.getShort(start + 2) & 0xffff;
            header = 4;
        }
        if (in.remaining() < header + length) {
            return false;
        }
        int from = start + header;
        in.position(from + length);
        switch (opcode) {
            case Frames.TEXT -> text(from, from + length, listener);
            case Frames.PING -> send(Frames.frame(Frames.PONG, java.util.Arrays.copyOfRange(in.array(), from,
                    from + length)));
            case Frames.CLOSE -> closed = true;
            default -> throw new IllegalStateException("a frame with the opcode " + opcode);
        }
        return true;
    }

    private void text(int from, int end, Listener listener) {
        byte[] bytes = in.array();
        Stamp stamp = Stamp.read(bytes, from, end);
        // {"Type":"MESSAGE" or {"Type":"ERROR"
        if (bytes[from + 9] == 'M') {
            int before = lastSequences[stamp.sender()];
            if (stamp.sequence() <= before) {
                throw new IllegalStateException("connection " + number + " got message " + stamp.sequence()
                        + " of sender " + stamp.sender() + " after " + before);
            }
            lastSequences[stamp.sender()] = stamp.sequence();
            listener.message(this, stamp);
        } else {
            listener.refused(this, stamp, code(bytes, from, end));
        }
    }

    private static int code(byte[] bytes, int from, int end) {
        String frame = new String(bytes, from, end - from, java.nio.charset.StandardCharsets.UTF_8);
        int at = frame.indexOf("\"ErrorCode\":") + 12;
        return Integer.parseInt(frame.substring(at, at + 3));
    }
}
