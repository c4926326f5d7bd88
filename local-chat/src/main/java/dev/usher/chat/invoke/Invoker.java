// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.invoke;

import java.time.Duration;
import java.util.Map;

/** One way to run a function. Implementations are thread-safe. */
@FunctionalInterface
public interface Invoker {
    /**
     * Runs the function once and waits for it. Called on a virtual thread, so it may block.
     *
     * @param functionArn the function that is wanted, with its qualifier where the caller gave one
     * @param payload the event, in UTF-8
     * @param limit how long the caller waits: by then this returns {@link Invocation.TimedOut}, whatever the function
     *        does; the function itself may run on, as on Lambda
     * @throws InterruptedException where the chat is being closed
     */
    Invocation invoke(String functionArn, byte[] payload, Duration limit) throws InterruptedException;

    /**
     * What it has counted itself, for the page: under names such as {@code AWS/Lambda Throttles}, a group and a name in
     * it. The counts of all functions are added up.
     */
    default Map<String, Long> counts() {
        return Map.of();
    }
}
