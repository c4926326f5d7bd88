// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.chat.LocalChat;
import dev.usher.chat.LocalChatBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ivschat.IvschatClient;

/** The function in this process, with a stack that calls it and a chat that it works on. */
final class LocalFunction implements AutoCloseable {
    final Stack stack;
    final LocalChat chat;
    final IvschatClient client;
    final List<String> log = new CopyOnWriteArrayList<>();
    private final ChatRoomsHandler handler;

    LocalFunction(LocalChatBuilder builder, Duration patience) {
        try {
            this.stack = new Stack();
            this.chat = builder.function(Reviews.GOOD, Reviews.good()).function(Reviews.OTHER, Reviews.good())
                    .function(Reviews.DENIES, Reviews.denies()).function(Reviews.ALLOWS, Reviews.allows())
                    .function(Reviews.FAILS, Reviews.fails()).function(Reviews.STRICT, Reviews.strict())
                    .start();
        } catch (IOException taken) {
            throw new AssertionError(taken);
        }
        this.client = client(chat.endpoint());
        this.handler = new ChatRoomsHandler(client, new RoomsSettings(chat.chatEndpoint(), 1000, patience),
                new HastyTime(), log::add);
    }

    static LocalFunction start() {
        return new LocalFunction(LocalChat.builder(), Duration.ofSeconds(2));
    }

    static IvschatClient client(URI endpoint) {
        return IvschatClient.builder().endpointOverride(endpoint).region(Region.US_WEST_2)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build();
    }

    /** Has the stack call the function; its reply. */
    JsonNode call(String type, Map<String, Object> properties, @Nullable Map<String, Object> old)
            throws InterruptedException {
        handler.handleRequest(stack.request(type, properties, old), new Lasting(60_000));
        return stack.reply();
    }

    String handle(String type, Map<String, Object> properties, int remainingMillis) {
        return handler.handleRequest(stack.request(type, properties, null), new Lasting(remainingMillis));
    }

    long calls(String operation) {
        return chat.count("ControlPlane " + operation);
    }

    @Override
    public void close() {
        client.close();
        chat.close();
        stack.close();
    }

    /** Waits for nothing: what would be slept has passed at once. */
    private static final class HastyTime implements Time {
        private long slept;

        @Override
        public synchronized long nanos() {
            return System.nanoTime() + slept;
        }

        @Override
        public synchronized void sleep(Duration duration) {
            if (duration.isPositive()) {
                slept += duration.toNanos();
            }
        }
    }

    /** A context of which only the time left is real. */
    @SuppressWarnings("NullAway") // as the runtime client's, of which no other member is asked
    private record Lasting(int millis) implements Context {
        @Override
        public int getRemainingTimeInMillis() {
            return millis;
        }

        @Override
        public String getAwsRequestId() {
            return "";
        }

        @Override
        public String getLogGroupName() {
            return "";
        }

        @Override
        public String getLogStreamName() {
            return "";
        }

        @Override
        public String getFunctionName() {
            return "rooms";
        }

        @Override
        public String getFunctionVersion() {
            return "";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "";
        }

        @Override
        public CognitoIdentity getIdentity() {
            return null;
        }

        @Override
        public ClientContext getClientContext() {
            return null;
        }

        @Override
        public int getMemoryLimitInMB() {
            return 256;
        }

        @Override
        public LambdaLogger getLogger() {
            return null;
        }
    }
}
