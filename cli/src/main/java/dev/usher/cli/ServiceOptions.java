// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.chat.LocalChatBuilder;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the local chat differs from the real service, and what it keeps. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ServiceOptions {
    // @formatter:off
    @Option(names = "--data", paramLabel = "DIR",
            description = "keeps rooms, tags and the conversation in this folder; they end with the command if not"
                    + " given")
    private @Nullable Path data;
    @Option(names = "--quotas",
            description = "throttles calls of the control plane as the service does, such as CreateRoom at 5 a second")
    private boolean quotas;
    @Option(names = "--review-limit", paramLabel = "MS", defaultValue = "200",
            description = "how long a review may take: the service's ${DEFAULT-VALUE} ms, unless you debug")
    private int reviewLimit;
    @Option(names = "--region", paramLabel = "REGION", defaultValue = "us-west-2",
            description = "of rooms that are made by requests without a signature; ${DEFAULT-VALUE} if not given")
    private String region;
    // @formatter:on

    void apply(LocalChatBuilder chat) {
        if (reviewLimit < 1) {
            throw new IllegalArgumentException("--review-limit: expected 1 or more, found " + reviewLimit);
        }
        chat.quotas(quotas).reviewLimit(Duration.ofMillis(reviewLimit)).region(region);
        if (data != null) {
            chat.data(data);
        }
    }

    String region() {
        return region;
    }

    @Nullable
    Path data() {
        return data;
    }
}
