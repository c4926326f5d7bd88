// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class RateTest {
    private static final long MILLISECOND = 1_000_000;
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - MILLISECOND); // a ticker may overflow
    private final Rate rate = new Rate(now::get);

    @Test
    void letsThroughSoManyInAnySecond() {
        assertThat(rate.tryPass(2)).isTrue();
        now.addAndGet(600 * MILLISECOND);
        assertThat(rate.tryPass(2)).isTrue();
        assertThat(rate.tryPass(2)).isFalse();
        now.addAndGet(399 * MILLISECOND);
        assertThat(rate.tryPass(2)).isFalse();
        now.addAndGet(MILLISECOND);
        assertThat(rate.tryPass(2)).isTrue();
        assertThat(rate.tryPass(2)).isFalse();
    }

    @Test
    void doesNotCountWhatItRefuses() {
        assertThat(rate.tryPass(1)).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(rate.tryPass(1)).isFalse();
        }
        now.addAndGet(1000 * MILLISECOND);
        assertThat(rate.tryPass(1)).isTrue();
    }

    @Test
    void takesAHigherLimitAtOnce() {
        assertThat(rate.tryPass(1)).isTrue();
        assertThat(rate.tryPass(1)).isFalse();
        assertThat(rate.tryPass(2)).isTrue();
    }
}
