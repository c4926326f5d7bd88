// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lambda's asynchronous invocation with a destination for failures: an event is tried three times, not in order, and
 * then put aside whole. One thread at a time.
 */
final class AsyncInvocations {
    private static final int ATTEMPTS = 3;

    private record Pending(CloudWatchLogsEvent event, int attempts) {}

    private final Consumer<CloudWatchLogsEvent> function;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<CloudWatchLogsEvent> failures = new ArrayList<>();

    AsyncInvocations(Consumer<CloudWatchLogsEvent> function) {
        this.function = function;
    }

    void send(CloudWatchLogsEvent event) {
        pending.add(new Pending(event, 0));
    }

    void run() {
        while (!pending.isEmpty()) {
            Pending next = pending.removeFirst();
            try {
                function.accept(next.event());
            } catch (UnfinishedException again) {
                if (next.attempts() + 1 < ATTEMPTS) {
                    pending.addLast(new Pending(next.event(), next.attempts() + 1));
                } else {
                    failures.add(next.event());
                }
            }
        }
    }

    List<CloudWatchLogsEvent> failures() {
        return failures;
    }

    /** As an operator does who has seen the queue: everything in it is sent again. */
    void redrive() {
        List<CloudWatchLogsEvent> again = List.copyOf(failures);
        failures.clear();
        again.forEach(this::send);
        run();
    }
}
