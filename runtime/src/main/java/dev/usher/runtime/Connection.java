// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One kept connection that speaks as much of HTTP/1.1 as the Runtime API does: a request goes out in one write, a reply
 * has a length or comes in chunks. Opened at the first request, and once again where the other side has closed it. One
 * thread at a time.
 */
final class Connection {
    /** More than an event's 6 MB, and its headers. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_HEAD = 64 * 1024;

    private final String address;
    private @Nullable Socket socket;
    private byte[] buffer = new byte[8192];
    private int from;
    private int to;

    Connection(String address) {
        this.address = address;
    }

    /**
     * Sends a request and waits for its reply.
     *
     * @param header lines beside the usual ones, each ended by CR LF
     * @param body null for a request without one
     */
    Reply exchange(String method, String path, String header, byte @Nullable [] body) throws IOException {
        byte[] request = request(method, path, header, body);
        boolean kept = socket != null;
        try {
            return sent(request);
        } catch (IOException broken) {
            close();
            if (!kept) {
                throw broken;
            }
        }
        return sent(request);
    }

    private byte[] request(String method, String path, String header, byte @Nullable [] body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + address + "\r\nUser-Agent: usher\r\n"
                + header
                + (body == null ? "\r\n"
                        : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n");
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        if (body == null) {
            return bytes;
        }
        byte[] request = Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, request, bytes.length, body.length);
        return request;
    }

    private Reply sent(byte[] request) throws IOException {
        Socket open = socket == null ? open() : socket;
        open.getOutputStream().write(request);
        from = 0;
        to = 0;
        InputStream in = open.getInputStream();
        String head = head(in);
        int statusEnd = head.indexOf("\r\n");
        Reply reply = new Reply(status(head), head.substring(statusEnd + 2), body(in, head));
        if ("close".equalsIgnoreCase(reply.header("connection"))) {
            close();
        }
        return reply;
    }

    private Socket open() throws IOException {
        int colon = address.lastIndexOf(':');
        String host = colon < 0 ? address : address.substring(0, colon);
        int port = colon < 0 ? 80 : Integer.parseInt(address.substring(colon + 1));
        Socket opened = new Socket(host, port);
        opened.setTcpNoDelay(true);
        socket = opened;
        return opened;
    }

    private void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            // which is what was wanted
        }
        socket = null;
    }

    private static int status(String head) throws IOException {
        if (head.length() < 12 || !head.startsWith("HTTP/1.")) {
            throw new IOException("no HTTP reply");
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    /** Status line and headers, without the empty line that ends them. */
    private String head(InputStream in) throws IOException {
        for (int at = 0;; at++) {
            while (at + 4 > to) {
                more(in);
            }
            if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r'
                    && buffer[at + 3] == '\n') {
                from = at + 4;
                return new String(buffer, 0, at + 2, StandardCharsets.ISO_8859_1);
            }
            if (at > MOST_HEAD) {
                throw new IOException("headers of more than " + MOST_HEAD + " bytes");
            }
        }
    }

    private byte[] body(InputStream in, String head) throws IOException {
        if ("chunked".equalsIgnoreCase(Reply.header(head, "transfer-encoding"))) {
            return chunks(in);
        }
        String length = Reply.header(head, "content-length");
        return length == null ? new byte[0] : bytes(in, Integer.parseInt(length));
    }

    private byte[] chunks(InputStream in) throws IOException {
        byte[] body = new byte[0];
        while (true) {
            String line = line(in);
            int semicolon = line.indexOf(';');
            int size = Integer.parseInt((semicolon < 0 ? line : line.substring(0, semicolon)).trim(), 16);
            if (size == 0) {
                while (!line.isEmpty()) {
                    line = line(in); // trailers, up to the empty line
                }
                return body;
            }
            byte[] chunk = bytes(in, size);
            if (body.length + chunk.length > MOST_BYTES) {
                throw new IOException("an event of more than " + MOST_BYTES + " bytes");
            }
            int at = body.length;
            body = Arrays.copyOf(body, at + chunk.length);
            System.arraycopy(chunk, 0, body, at, chunk.length);
            line(in);
        }
    }

    private String line(InputStream in) throws IOException {
        int end = from;
        while (true) {
            while (end + 2 > to) {
                more(in);
            }
            if (buffer[end] == '\r' && buffer[end + 1] == '\n') {
                String line = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
                from = end + 2;
                return line;
            }
            end++;
        }
    }

    private byte[] bytes(InputStream in, int length) throws IOException {
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a body of " + length + " bytes");
        }
        while (to - from < length) {
            more(in);
        }
        byte[] bytes = Arrays.copyOfRange(buffer, from, from + length);
        from += length;
        return bytes;
    }

    /** Reads what has come, at least a byte. */
    private void more(InputStream in) throws IOException {
        if (to == buffer.length) {
            if (to > 2 * MOST_BYTES) {
                throw new IOException("a reply of more than " + MOST_BYTES + " bytes");
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new IOException("the Runtime API has closed the connection");
        }
        to += read;
    }
}
