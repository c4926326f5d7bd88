// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 65, 127, 128, 1_000, 12_345, 1_000_000, 59_000_000})
    void tellsATimeToWithinASixtyFourth(long micros) {
        latencies.add(micros * 1_000);
        assertThat(latencies.quantile(0.5).toNanos() / 1_000).isBetween(micros, micros + micros / 64 + 1);
    }

    @Test
    void putsTimesInOrder() {
        for (int millis = 1000; millis > 0; millis--) {
            latencies.add(millis * 1_000_000L);
        }
        assertThat(latencies.quantile(0.5)).isBetween(Duration.ofMillis(500), Duration.ofMillis(508));
        assertThat(latencies.quantile(0.99)).isBetween(Duration.ofMillis(990), Duration.ofMillis(1006));
        assertThat(latencies.quantile(1)).isBetween(Duration.ofMillis(1000), Duration.ofMillis(1016));
    }

    @Test
    void isZeroWhereNothingHappened() {
        assertThat(latencies.quantile(0.99)).isZero();
    }
}
