// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import dev.usher.review.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class CircuitBreakerTest {
    private final MovingClock clock = new MovingClock();
    private final CircuitBreaker breaker = new CircuitBreaker(clock);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void oneLateCallPutsTheStoreOut() {
        assertThatThrownBy(this::late).isInstanceOf(StoreException.Late.class);

        assertThatThrownBy(this::sound).isInstanceOf(StoreException.Out.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void threeFailuresInARowPutTheStoreOut() throws Exception {
        fail(2);
        assertThat(sound()).isEqualTo("sound");
        fail(3);

        assertThatThrownBy(this::sound).isInstanceOf(StoreException.Out.class);
    }

    @Test
    void aStoreThatIsOutIsTriedAgainAndComesBack() throws Exception {
        assertThatThrownBy(this::late).isInstanceOf(StoreException.Late.class);
        clock.advance(Duration.ofSeconds(1));

        assertThat(sound()).isEqualTo("sound");
        assertThat(breaker.isOut()).isFalse();
        fail(2);
        assertThat(sound()).isEqualTo("sound");
    }

    @Test
    void eachTrialThatFailsDoublesThePauseUpToHalfAMinute() {
        assertThatThrownBy(this::late).isInstanceOf(StoreException.Late.class);
        for (long pause : new long[]{1, 2, 4, 8, 16, 30, 30}) {
            clock.advance(Duration.ofSeconds(pause).minusNanos(1));
            assertThatThrownBy(this::sound).isInstanceOf(StoreException.Out.class);
            clock.advance(Duration.ofNanos(1));
            assertThatThrownBy(this::failing).isInstanceOf(IOException.class);
        }
    }

    @Test
    void onlyOneCallTriesTheStore() throws Exception {
        assertThatThrownBy(this::late).isInstanceOf(StoreException.Late.class);
        clock.advance(Duration.ofSeconds(1));

        breaker.call(deadline(), () -> {
            assertThatThrownBy(this::sound).isInstanceOf(StoreException.Out.class);
            return "sound";
        });
    }

    @Test
    void aCallThatDoesNotEvenComeBackPutsTheStoreOut() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread hanging = Thread.ofVirtual().start(() -> {
            try {
                breaker.call(deadline(), () -> {
                    begun.countDown();
                    end.await();
                    return "at last";
                });
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        begun.await();
        clock.advance(Duration.ofMillis(150));

        assertThatThrownBy(this::sound).isInstanceOf(StoreException.Out.class);
        end.countDown();
        hanging.join();
        assertThat(sound()).isEqualTo("sound"); // for it has answered after all
    }

    private Deadline deadline() {
        return Deadline.after(Duration.ofMillis(150), clock);
    }

    private String sound() throws Exception {
        return breaker.call(deadline(), () -> {
            asked.incrementAndGet();
            return "sound";
        });
    }

    private void late() throws Exception {
        breaker.call(deadline(), () -> {
            asked.incrementAndGet();
            throw new StoreException.Late("too late", null);
        });
    }

    private void failing() throws Exception {
        breaker.call(deadline(), () -> {
            throw new IOException("broken");
        });
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(this::failing).isInstanceOf(IOException.class);
        }
    }
}
