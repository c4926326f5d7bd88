// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A function as it would be deployed. Immutable.
 *
 * @param name what the function sees as its own
 * @param folder the artifact: what the function's zip holds, {@code lib/*.jar} and whatever lies beside
 * @param handler such as {@code com.example.Function::handleRequest}
 * @param memory in MB, 128 to 10,240; sets the heap as Lambda does, and nothing else here
 * @param timeout the function's own, after which its process is ended
 * @param environment the function's variables; those of this process are not handed on
 */
public record LambdaFunction(String name, Path folder, String handler, int memory, Duration timeout,
        Map<String, String> environment) {
    /** What Lambda gives a function that says nothing else. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);

    static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";
    private static final int LEAST_MEMORY = 128;
    private static final int MOST_MEMORY = 10_240;

    public LambdaFunction {
        Objects.requireNonNull(name, "name");
        folder = folder.toAbsolutePath();
        Objects.requireNonNull(handler, "handler");
        if (memory < LEAST_MEMORY || memory > MOST_MEMORY) {
            throw new IllegalArgumentException("memory: expected " + LEAST_MEMORY + " to " + MOST_MEMORY
                    + ", found " + memory);
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout: expected more than nothing, found " + timeout);
        }
        environment = Map.copyOf(environment);
    }

    /** A function that goes by the name {@code local}. */
    public LambdaFunction(Path folder, String handler, int memory, Duration timeout,
            Map<String, String> environment) {
        this("local", folder, handler, memory, timeout, environment);
    }

    /** The same, in an environment that is made before it is needed. */
    LambdaFunction provisioned() {
        Map<String, String> told = new HashMap<>(environment);
        told.put(INITIALIZATION_TYPE, "provisioned-concurrency");
        return new LambdaFunction(name, folder, handler, memory, timeout, told);
    }

    /** The ARN that the function sees as the one it was invoked by. */
    String arn() {
        return "arn:aws:lambda:us-west-2:123456789012:function:" + name;
    }
}
