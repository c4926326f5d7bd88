// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.state.State;
import dev.usher.state.dynamodb.DynamoDbStateProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where rules remember from one message to the next. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class StateOptions {
    // @formatter:off
    @Option(names = "--state-table", paramLabel = "NAME",
            description = "a DynamoDB table in which rules remember, and which usher bans writes; this process if not"
                    + " given. Processes have no credentials but those of --env")
    private @Nullable String table;
    @Option(names = "--dynamodb-endpoint", paramLabel = "URL",
            description = "where DynamoDB is, such as http://localhost:8000; the service's own if not given")
    private @Nullable String endpoint;
    // @formatter:on

    /**
     * Opens it.
     *
     * @throws IllegalArgumentException where there is no such table, or the options do not fit together
     */
    State open() {
        if (table == null) {
            if (endpoint != null) {
                throw new IllegalArgumentException(
                        "--dynamodb-endpoint: no table is named; give --state-table");
            }
            return State.inMemory();
        }
        try {
            return new DynamoDbStateProvider().open(table, endpoint);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    String.valueOf(unusable.getMessage()).replace("USHER_STATE_TABLE", "--state-table"),
                    unusable);
        }
    }

    boolean isShared() {
        return table != null;
    }

    /** What a function's process is told of it. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (table != null) {
            variables.put("USHER_STATE_TABLE", table);
        }
        if (endpoint != null) {
            variables.put("USHER_STATE_ENDPOINT", endpoint);
        }
        return variables;
    }
}
