// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ConnectionTest {
    private static final String END = "END";

    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    ConnectionTest() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aRequestIsOneWriteWithItsLength() throws IOException {
        Connection connection = serving("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
        Reply reply = connection.exchange("POST", "/a", "X: y\r\n", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).isEqualTo(202);
        assertThat(requests).singleElement().asString().startsWith("POST /a HTTP/1.1\r\nHost: 127.0.0.1:")
                .contains("\r\nX: y\r\n").endsWith("Content-Length: 2\r\n\r\n{}");
    }

    @Test
    void headersAreFoundInWhateverCase() throws IOException {
        Connection connection = serving(
                "HTTP/1.1 200 OK\r\nLAMBDA-Runtime-Trace-Id:  Root=1 \r\ncontent-length: 2\r\n\r\nhi");
        Reply reply = connection.exchange("GET", "/", "", null);
        assertThat(reply.header("lambda-runtime-trace-id")).isEqualTo("Root=1");
        assertThat(reply.header("trace-id")).isNull();
        assertThat(reply.body()).asString(StandardCharsets.UTF_8).isEqualTo("hi");
    }

    @Test
    void aReplyMayComeInPieces() throws IOException {
        Connection connection = serving("HTTP/1.1 200 O", "K\r\nContent-Length: 5\r", "\n\r\n1", "23", "45");
        assertThat(connection.exchange("GET", "/", "", null).body()).asString(StandardCharsets.UTF_8)
                .isEqualTo("12345");
    }

    @Test
    void aReplyMayComeInChunks() throws IOException {
        Connection connection = serving("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r",
                "\n0A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n", END,
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnext");
        assertThat(connection.exchange("GET", "/", "", null).body()).asString(StandardCharsets.UTF_8)
                .isEqualTo("abc0123456789");
        assertThat(connection.exchange("GET", "/", "", null).body()).asString(StandardCharsets.UTF_8)
                .isEqualTo("next");
    }

    @Test
    void aBodyMayBeLargerThanTheBuffer() throws IOException {
        String large = "x".repeat(100_000);
        Connection connection = serving("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + large);
        assertThat(connection.exchange("GET", "/", "", null).body()).asString(StandardCharsets.UTF_8)
                .isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut"})
    void whatIsNoReplyIsRefused(String bytes) throws IOException {
        Connection connection = serving(bytes);
        assertThatThrownBy(() -> connection.exchange("GET", "/", "", null)).isInstanceOf(IOException.class);
    }

    @Test
    void aKeptConnectionThatWasClosedIsOpenedAgain() throws IOException {
        Connection connection = serving("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1");
        assertThat(connection.exchange("GET", "/1", "", null).body()).asString(StandardCharsets.UTF_8)
                .isEqualTo("1");
        assertThat(connection.exchange("GET", "/2", "", null).body()).asString(StandardCharsets.UTF_8)
                .isEqualTo("1");
        assertThat(requests).hasSize(2);
    }

    /** Each connection is sent the pieces in order, END waits for the next request; then it is closed. */
    private Connection serving(String... pieces) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    socket.setTcpNoDelay(true);
                    takeRequest(socket.getInputStream());
                    for (String piece : pieces) {
                        if (piece.equals(END)) {
                            takeRequest(socket.getInputStream());
                        } else {
                            socket.getOutputStream().write(piece.getBytes(StandardCharsets.UTF_8));
                        }
                    }
                } catch (IOException closed) {
                    // the test is over
                }
            }
        });
        return new Connection("127.0.0.1:" + server.getLocalPort());
    }

    /** What one read gives: our requests are one write. */
    private void takeRequest(InputStream in) throws IOException {
        byte[] bytes = new byte[8192];
        int read = in.read(bytes);
        if (read > 0) {
            requests.add(new String(bytes, 0, read, StandardCharsets.UTF_8));
        }
    }
}
