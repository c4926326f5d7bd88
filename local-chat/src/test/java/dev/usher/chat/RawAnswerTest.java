// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.chat.junit.LocalChatExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes over the wire where no client would send it so: always JSON, never a page of the server library's own. */
final class RawAnswerTest {
    @RegisterExtension static final LocalChatExtension EXTENSION = LocalChatExtension.of(LocalChat.builder());

    private static final String FROM_HERE = "Host: localhost\r\nConnection: close\r\n";

    private final LocalChat chat = EXTENSION.chat();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GET /CreateRoom | 400", "PUT /CreateRoom | 400",
        "POST /Nothing | 400",
        "POST / | 400", "POST /CreateRoom/ | 400", "GET /tags/ | 400", "GET /tags/a/b | 400",
        "GET /tags/%zz | 400", "GET /tags/%ff | 400", "GET /../x | 400", "GET /%00 | 400",
        "POST //CreateRoom | 400", "GET /-/nothing | 404", "GET /-/../index.html | 404",
        "POST /2015-03-31/functions/none/invocations | 404",
        "GET /2015-03-31/functions/none/invocations | 404",
        "TRACE /CreateRoom | 400"})
    void answersEveryWrongRequestInJson(String request, int status) throws Exception {
        isJsonError(exchange(request + " HTTP/1.1\r\n" + FROM_HERE + "Content-Length: 0\r\n\r\n"), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0\r\n\r\n", "POST /CreateRoom HTTP/9.9\r\n\r\n", "POST\r\n\r\n",
        "POST /CreateRoom HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "POST /CreateRoom HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n"})
    void answersWhatIsNoRequestInJson(String request) throws Exception {
        String answer = exchange(request);
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("<html").doesNotContain("<h1")
                .doesNotContain("Jetty");
        assertThat(answer).contains("application/json").contains("\"message\"");
    }

    @Test
    void answersHeadersThatAreTooLongInJson() throws Exception {
        String answer = exchange("GET / HTTP/1.1\r\n" + FROM_HERE + "X: " + "a".repeat(20_000) + "\r\n\r\n");
        isJsonError(answer, 431);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "nonsense", "{} {}", "\"text\"", "\0"})
    void answersABodyThatIsNoObject(String body) throws Exception {
        isJsonError(exchange(post("/CreateRoom", body)), 400);
    }

    @Test
    void answersABodyThatIsTooDeep() throws Exception {
        isJsonError(exchange(post("/CreateRoom", "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")),
                400);
    }

    @Test
    void answersABodyThatIsTooLarge() throws Exception {
        isJsonError(exchange("POST /CreateRoom HTTP/1.1\r\n" + FROM_HERE + "Content-Length: 300000\r\n\r\n"),
                413);
        String chunk = "40000\r\n" + "a".repeat(0x40000) + "\r\n";
        isJsonError(
                exchange("POST /CreateRoom HTTP/1.1\r\n" + FROM_HERE + "Transfer-Encoding: chunked\r\n\r\n"
                        + chunk + chunk + "0\r\n\r\n"),
                413);
    }

    @Test
    void deletesARoomWithoutABody() throws Exception {
        String room = ChatUser.room(chat, "{}");
        String answer = exchange(post("/DeleteRoom", "{\"identifier\":\"" + room + "\"}"));
        assertThat(answer).startsWith("HTTP/1.1 204").endsWith("\r\n\r\n").contains("x-amzn-RequestId: ");
    }

    @Test
    void takesTheRegionFromTheSignature() throws Exception {
        String answer = exchange("POST /CreateRoom HTTP/1.1\r\n" + FROM_HERE
                + "Authorization: AWS4-HMAC-SHA256 Credential=id/20260101/ap-south-1/ivschat/aws4_request,"
                + " SignedHeaders=host, Signature=00\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answer).contains("\"arn:aws:ivschat:ap-south-1:123456789012:room/");
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example, 403", "http://evil.example:%d, 403", "null, 403",
        "http://localhost:1, 403",
        "https://localhost:%d, 403", "http://localhost:%d, 200", "http://127.0.0.1:%d, 200",
        "http://[::1]:%d, 200"})
    void takesCallsOfItsOwnPageOnly(String origin, int status) throws Exception {
        String given = origin.formatted(chat.port());
        String answer = exchange("POST /ListRooms HTTP/1.1\r\n" + FROM_HERE + "Origin: " + given
                + "\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("Access-Control");
    }

    @Test
    void doesNotTakeTheHostHeadersWordForAnOrigin() throws Exception {
        String answer = exchange("POST /ListRooms HTTP/1.1\r\nHost: evil.example:" + chat.port()
                + "\r\nConnection: close\r\nOrigin: http://evil.example:" + chat.port()
                + "\r\nContent-Length: 2\r\n\r\n{}");
        isJsonError(answer, 403);
    }

    @Test
    void takesCallsOfOriginsThatAreAllowed() throws Exception {
        try (LocalChat open = LocalChat.builder().allowOrigin("http://app.example").start()) {
            String preflight = exchange(open, "OPTIONS /ListRooms HTTP/1.1\r\n" + FROM_HERE
                    + "Origin: http://app.example\r\nAccess-Control-Request-Headers: authorization,x-amz-date\r\n\r\n");
            assertThat(preflight).startsWith("HTTP/1.1 204")
                    .contains("Access-Control-Allow-Origin: http://app.example")
                    .contains("Access-Control-Allow-Headers: authorization,x-amz-date");
            assertThat(exchange(open, "POST /ListRooms HTTP/1.1\r\n" + FROM_HERE
                    + "Origin: http://app.example\r\nContent-Length: 2\r\n\r\n{}")).startsWith("HTTP/1.1 200")
                    .contains("Access-Control-Allow-Origin: http://app.example");
            isJsonError(exchange(open, "OPTIONS /ListRooms HTTP/1.1\r\n" + FROM_HERE
                    + "Origin: http://other.example\r\n\r\n"), 403);
        }
    }

    @Test
    void givesThePageToThisMachineOnly() throws Exception {
        assertThat(exchange("GET / HTTP/1.1\r\n" + FROM_HERE + "\r\n")).startsWith("HTTP/1.1 200")
                .contains("Content-Security-Policy: default-src 'none'").contains("frame-ancestors 'none'");
        isJsonError(exchange("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"), 403);
    }

    @Test
    void answersCallsOfThePageWithItsSecretOnly() throws Exception {
        String page = exchange("GET / HTTP/1.1\r\n" + FROM_HERE + "\r\n");
        String secret = page.replaceAll("(?s).*name=\"usher-page\" content=\"([^\"]+)\".*", "$1");
        assertThat(secret).hasSize(36);
        isJsonError(exchange(post("/-/call/state", "{}")), 403);
        String call = "POST /-/call/state HTTP/1.1\r\n" + FROM_HERE + "X-Usher-Page: " + secret
                + "\r\nContent-Length: 2\r\n\r\n{}";
        assertThat(exchange(call)).startsWith("HTTP/1.1 200").contains("\"reviewLimitMillis\":200");
        isJsonError(exchange(call.replace("/state", "/nothing")), 404);
    }

    @Test
    void refusesAHandshakeWithoutATokenInJson() throws Exception {
        String handshake = "GET / HTTP/1.1\r\n" + FROM_HERE.replace("close", "Upgrade, close")
                + "Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\n";
        isJsonError(exchange(handshake + "\r\n"), 403);
        isJsonError(exchange(handshake + "Sec-WebSocket-Protocol: made-up\r\n\r\n"), 403);
    }

    private String exchange(String request) throws IOException {
        return exchange(chat, request);
    }

    private static String exchange(LocalChat chat, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), chat.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\n" + FROM_HERE + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static void isJsonError(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").containsIgnoringCase("x-amzn-RequestId: ")
                .containsIgnoringCase("x-amzn-ErrorType: ").contains("application/json");
        ObjectNode body = ChatUser.json(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(body.path("message").asText()).isNotEmpty();
        assertThat(body.path("__type").asText()).isNotEmpty();
    }
}
