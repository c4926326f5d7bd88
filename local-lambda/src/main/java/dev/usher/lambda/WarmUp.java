// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Sends one made-up event through a Runtime API before any process is timed by one: the server's own classes would
 * otherwise be loaded while the first event waits, some 50 ms that a function is not to blame for.
 */
final class WarmUp {
    private static final Object LOCK = new Object();
    private static boolean isDone;

    private WarmUp() {}

    /** Does nothing but the first time. */
    static void once() throws IOException {
        synchronized (LOCK) {
            if (!isDone) {
                isDone = true;
                run();
            }
        }
    }

    private static void run() throws IOException {
        try (RuntimeApi api = new RuntimeApi(
                new LambdaFunction(Path.of(""), "", 128, Duration.ofSeconds(1), Map.of()));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(5000);
            Invocation invocation = new Invocation("{}".getBytes(StandardCharsets.UTF_8));
            api.offer(invocation);
            exchange(socket, "GET " + RuntimeApi.ROOT + "invocation/next HTTP/1.1\r\nHost: a\r\n\r\n");
            exchange(socket, "POST " + RuntimeApi.ROOT + "invocation/" + invocation.id()
                    + "/response HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}");
        }
    }

    /** One request, and as much of its response as has come. */
    private static void exchange(Socket socket, String request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        InputStream in = socket.getInputStream();
        byte[] response = new byte[4096];
        int length = in.read(response);
        if (length < 0) {
            throw new IOException("our own Runtime API does not answer");
        }
    }
}
