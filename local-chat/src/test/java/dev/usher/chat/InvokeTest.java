// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import dev.usher.chat.invoke.InProcessInvoker;
import dev.usher.chat.invoke.Invocation;
import dev.usher.chat.invoke.InvokeEndpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lambda's Invoke operation, from both of its sides: ours answers ours. */
final class InvokeTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private final CountDownLatch hang = new CountDownLatch(1);
    private final LocalChat chat = start();
    private final InvokeEndpoint endpoint = new InvokeEndpoint(chat.endpoint());

    @AfterEach
    void stop() {
        hang.countDown();
        chat.close();
    }

    @Test
    void givesTheFunctionsAnswer() throws Exception {
        HttpResponse<String> answer = invoke("echo", "{\"a\":\"é\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"a\":\"é\"}");
        assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
        assertThat(answer.headers().firstValue("X-Amz-Executed-Version")).contains("$LATEST");
    }

    @Test
    void findsAFunctionByNameAliasAndArn() throws Exception {
        assertThat(invoke("echo:live", "1").body()).isEqualTo("1");
        assertThat(invoke("arn%3Aaws%3Alambda%3Aus-west-2%3A1%3Afunction%3Aecho", "2").body()).isEqualTo("2");
        assertThat(invoke("arn", "").body())
                .isEqualTo("\"arn:aws:lambda:us-west-2:123456789012:function:arn\"");
    }

    @Test
    void saysThatAFunctionFailed() throws Exception {
        HttpResponse<String> answer = invoke("throw", "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
        assertThat(ChatUser.json(answer.body())).isEqualTo(ChatUser
                .json("{\"errorMessage\":\"on purpose\",\"errorType\":\"java.lang.IllegalStateException\"}"));
        assertThat(invoke("null", "{}").headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
        assertThat(invoke("hang", "{}").body()).contains("Sandbox.Timedout");
    }

    @Test
    void doesNotRunAFunctionDry() throws Exception {
        assertThat(invoke("throw", "{}", "DryRun").statusCode()).isEqualTo(204);
        assertThat(invoke("hang", "{}", "Event").statusCode()).isEqualTo(202);
    }

    @Test
    void callsFunctionsThroughTheEndpoint() throws Exception {
        assertThat(endpoint.invoke("arn:aws:lambda:us-west-2:1:function:echo:live", utf8("{}"), LIMIT))
                .isInstanceOfSatisfying(Invocation.Answered.class,
                        answered -> assertThat(answered.payload()).isEqualTo(utf8("{}")));
        assertThat(endpoint.invoke("throw", utf8("{}"), LIMIT)).isInstanceOf(Invocation.FunctionError.class);
        assertThat(endpoint.invoke("none", utf8("{}"), LIMIT)).isInstanceOf(Invocation.NotStarted.class);
        assertThat(endpoint.invoke("hang", utf8("{}"), Duration.ofMillis(50)))
                .isInstanceOf(Invocation.TimedOut.class);
    }

    @Test
    void saysThatThereIsNoEndpoint() throws Exception {
        InvokeEndpoint nowhere = new InvokeEndpoint(URI.create("http://127.0.0.1:1/"));
        assertThat(nowhere.invoke("echo", utf8("{}"), LIMIT)).isInstanceOf(Invocation.NotStarted.class);
    }

    @Test
    void reviewsThroughTheEndpoint() throws Exception {
        try (LocalChat front = LocalChat.builder().reviewLimit(LIMIT).otherFunctions(endpoint).start();
                ChatUser ann = ChatUser.connect(front, ChatUser.room(front,
                        "{\"messageReviewHandler\":{\"uri\":\"arn:aws:lambda:us-west-2:123456789012:function:deny\"}}"),
                        "ann")) {
            assertThat(ann.say("hi").next().path("ErrorMessage").asText()).contains("by the endpoint");
        }
    }

    private LocalChat start() {
        try {
            return LocalChat.builder().functionTimeout(Duration.ofSeconds(1))
                    .function("echo", new InProcessInvoker(event -> event))
                    .function("deny", new InProcessInvoker(event -> utf8(
                            "{\"ReviewResult\":\"DENY\",\"Attributes\":{\"Reason\":\"by the endpoint\"}}")))
                    .function("arn",
                            (arn, payload, limit) -> new Invocation.Answered(utf8("\"" + arn + "\"")))
                    .function("throw", new InProcessInvoker(event -> {
                        throw new IllegalStateException("on purpose");
                    })).function("hang", new InProcessInvoker(event -> {
                        hang.await();
                        return event;
                    })).function("null", new InProcessInvoker(InvokeTest::nothing)).start();
        } catch (java.io.IOException taken) {
            throw new AssertionError(taken);
        }
    }

    @SuppressWarnings("NullAway") // what a handler in another language of the JVM may well do
    private static byte[] nothing(byte[] event) {
        return null;
    }

    private HttpResponse<String> invoke(String function, String payload) throws Exception {
        return invoke(function, payload, "RequestResponse");
    }

    private HttpResponse<String> invoke(String function, String payload, String type) throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(
                        URI.create(chat.endpoint() + "/2015-03-31/functions/" + function + "/invocations"))
                        .header("X-Amz-Invocation-Type", type).POST(BodyPublishers.ofString(payload)).build(),
                BodyHandlers.ofString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
