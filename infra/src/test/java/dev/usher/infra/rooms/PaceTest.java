// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PaceTest {
    private long now = 7;

    @Test
    void callsAreAsFarApartAsTheQuotaAllows() {
        Pace pace = new Pace(5, time());
        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(204));
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(408));
    }

    @Test
    void aPauseIsNoCreditForABurst() {
        Pace pace = new Pace(5, time());
        pace.take();
        now += Duration.ofHours(1).toNanos();
        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(204));
    }

    private Time time() {
        return new Time() {
            @Override
            public long nanos() {
                return now;
            }

            @Override
            public void sleep(Duration duration) {
                now += duration.toNanos();
            }
        };
    }
}
