// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * A function as it would be deployed. Immutable.
 *
 * @param folder the artifact: what the function's zip holds, {@code lib/*.jar} and whatever lies beside
 * @param handler such as {@code com.example.Function::handleRequest}
 * @param memory in MB, 128 to 10,240; sets the heap as Lambda does, and nothing else here
 * @param timeout the function's own, after which its process is ended
 * @param environment the function's variables; those of this process are not handed on
 */
public record LambdaFunction(Path folder, String handler, int memory, Duration timeout,
        Map<String, String> environment) {
    /** What Lambda gives a function that says nothing else. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);

    private static final int LEAST_MEMORY = 128;
    private static final int MOST_MEMORY = 10_240;

    public LambdaFunction {
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

    /** The name that the function sees as its own. */
    String name() {
        return "local";
    }
}
