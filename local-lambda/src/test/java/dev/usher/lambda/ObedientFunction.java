// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Does what its variable INIT says when it is made, and what an event says when it is called. */
public final class ObedientFunction implements RequestStreamHandler {
    public ObedientFunction() throws InterruptedException {
        String order = System.getenv().getOrDefault("INIT", "");
        if (order.equals("throw")) {
            throw new IllegalArgumentException("rules[0].id: expected a \"string\"");
        }
        obey(order);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        String order = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        System.out.println("asked to " + order);
        String answer = switch (order) {
            case "tell" -> String.join(" ", System.getenv().keySet().stream().sorted().toList());
            case "type" -> System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE") + " of "
                    + context.getInvokedFunctionArn();
            case "remaining" -> Integer.toString(context.getRemainingTimeInMillis());
            case "memory" -> Long.toString(Runtime.getRuntime().maxMemory() >> 20);
            default -> order;
        };
        try {
            obey(order);
        } catch (InterruptedException unforeseen) {
            throw new IOException(unforeseen);
        }
        response.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static void obey(String order) throws InterruptedException {
        switch (order) {
            case "throw" -> throw new IllegalStateException("as told");
            case "exit" -> System.exit(3);
            case "halt" -> Runtime.getRuntime().halt(4);
            case "hang" -> Thread.sleep(Long.MAX_VALUE);
            case "die" -> throw new OutOfMemoryError("as told");
            default -> {
            }
        }
    }
}
