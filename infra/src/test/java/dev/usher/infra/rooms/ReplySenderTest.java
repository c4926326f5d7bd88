// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ReplySenderTest {
    private static final byte[] BODY = {'{', '}'};

    private final List<String> log = new ArrayList<>();
    private final SteppedTime time = new SteppedTime();
    private final ReplySender sender = new ReplySender(HttpClient.newHttpClient(), Duration.ofSeconds(3),
            log::add);

    @Test
    void triesAgainWhereNobodyAnswers() throws Exception {
        try (Stack stack = new Stack()) {
            stack.fail(List.of(Stack.HANG, Stack.DROP));
            sender.send(URI.create(stack.responseUrl()), BODY, TimeLimit.in(Duration.ofHours(1), time));
            assertThat(stack.tries()).isEqualTo(3);
            assertThat(log).hasSize(3);
            assertThat(log.get(0)).isEqualTo("reply to CloudFormation, try 1 of 5: no answer in 3000 ms");
        }
    }

    @Test
    void givesUpWhereNobodyListens() throws Exception {
        URI nowhere;
        try (Stack gone = new Stack()) {
            nowhere = URI.create(gone.responseUrl());
        }
        assertThatThrownBy(() -> sender.send(nowhere, BODY, TimeLimit.in(Duration.ofHours(1), time)))
                .isInstanceOf(RoomsException.class)
                .hasMessageStartingWith("could not reply to CloudFormation at 127.0.0.1: ");
        assertThat(log).hasSize(5).allMatch(line -> line.contains("ConnectException"));
        assertThat(time.slept).isEqualTo(Duration.ofMillis(500 + 1000 + 2000 + 4000));
    }

    @Test
    void doesNotWaitBeyondTheLimit() throws IOException {
        try (Stack stack = new Stack()) {
            stack.fail(List.of(500, 500, 500));
            assertThatThrownBy(() -> sender.send(URI.create(stack.responseUrl()), BODY,
                    TimeLimit.in(Duration.ofSeconds(1), time))).hasMessageContaining("HTTP status 500");
            assertThat(stack.tries()).isEqualTo(2);
        }
    }

    /** Stands still, but for what is slept. */
    private static final class SteppedTime implements Time {
        private Duration slept = Duration.ZERO;

        @Override
        public long nanos() {
            return slept.toNanos();
        }

        @Override
        public void sleep(Duration duration) {
            slept = slept.plus(duration);
        }
    }
}
