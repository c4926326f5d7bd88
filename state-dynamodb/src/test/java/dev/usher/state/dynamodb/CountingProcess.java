// SPDX-License-Identifier: Apache-2.0
package dev.usher.state.dynamodb;

import dev.usher.review.Deadline;
import dev.usher.state.CounterStore;
import java.time.Duration;

/** A process that counts under one key, and writes what it is told. */
final class CountingProcess {
    private CountingProcess() {}

    public static void main(String[] arguments) throws Exception {
        CounterStore counters = new DynamoDbStateProvider().open(arguments[1], arguments[0]).counters();
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            System.out.println(
                    counters.increment("shared", Duration.ofHours(1),
                            Deadline.after(Duration.ofSeconds(10))));
        }
    }
}
