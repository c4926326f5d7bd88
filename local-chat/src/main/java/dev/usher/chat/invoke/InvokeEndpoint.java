// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.invoke;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls functions through a Lambda Invoke endpoint such as {@code sam local start-lambda}. Thread-safe.
 *
 * <p>The bare name is sent and no qualifier, because such endpoints know functions by that. Nothing is signed.
 */
public final class InvokeEndpoint implements Invoker {
    private final String endpoint;
    private final HttpClient http;

    /** Takes the endpoint's address, such as {@code http://127.0.0.1:3001}. */
    public InvokeEndpoint(URI endpoint) {
        String given = endpoint.toString();
        this.endpoint = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @Override
    public Invocation invoke(String functionArn, byte[] payload, Duration limit) throws InterruptedException {
        String name = URLEncoder.encode(FunctionArn.of(functionArn).name(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest
                .newBuilder(URI.create(endpoint + "/2015-03-31/functions/" + name + "/invocations"))
                .header("Content-Type", "application/json").header("X-Amz-Invocation-Type", "RequestResponse")
                .POST(BodyPublishers.ofByteArray(payload)).build();
        // Not the request's own time-out: that one ends with the headers, and the body could trickle on.
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (response.statusCode() != 200) {
                return new Invocation.NotStarted(endpoint + " answered with status " + response.statusCode());
            }
            return response.headers().firstValue("X-Amz-Function-Error").isPresent()
                    ? new Invocation.FunctionError(response.body())
                    : new Invocation.Answered(response.body());
        } catch (TimeoutException late) {
            call.cancel(true);
            return new Invocation.TimedOut();
        } catch (ExecutionException noWay) {
            return new Invocation.NotStarted(endpoint + " cannot be reached: " + noWay.getCause());
        }
    }
}
