// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

final class DurationsTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 31, 32, 33, 1000, 123_456_789, 3_600_000_000_000L, Long.MAX_VALUE / 2})
    void oneIsItsOwnQuantile(long nanos) {
        Durations durations = new Durations();
        durations.add(nanos);
        assertThat(durations.quantile(0.5).toNanos()).isCloseTo(nanos, withinPercentage(3.2));
        assertThat(durations.quantile(1).toNanos()).isGreaterThanOrEqualTo(nanos);
    }

    @Test
    void quantilesAreThoseOfTheSortedList() {
        Random random = new Random(7);
        long[] all = random.longs(10_000, 0, 1_000_000_000).toArray();
        Durations durations = new Durations();
        for (long nanos : all) {
            durations.add(nanos);
        }
        Arrays.sort(all);
        assertThat(durations.quantile(0.5).toNanos()).isCloseTo(all[4999], withinPercentage(3.2));
        assertThat(durations.quantile(0.99).toNanos()).isCloseTo(all[9899], withinPercentage(3.2));
        assertThat(durations.count()).isEqualTo(10_000);
    }

    @Test
    void noneHaveNoQuantile() {
        assertThat(new Durations().quantile(0.99)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"999, 0 µs", "12_345, 12 µs", "999_999, 999 µs", "1_000_000, 1.0 ms", "12_345_678, 12.3 ms",
        "123_456_789, 123 ms"})
    void areSaidInTheUnitThatFits(String nanos, String text) {
        assertThat(Durations.text(Duration.ofNanos(Long.parseLong(nanos.replace("_", ""))))).isEqualTo(text);
    }
}
