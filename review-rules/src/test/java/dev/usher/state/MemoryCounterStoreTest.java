// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class MemoryCounterStoreTest extends CounterStoreContract {
    @Override
    protected CounterStore store() {
        return new MemoryCounterStore(clock, 1000);
    }

    @Override
    protected int steps() {
        return 20_000;
    }

    @Test
    void itIsBounded() {
        assertThat(store().isBounded()).isTrue();
    }

    @Test
    void aFloodOfStrangersDoesNotMakeItGrow() {
        MemoryCounterStore store = new MemoryCounterStore(clock, 1000);
        for (int i = 0; i < 50_000; i++) {
            store.increment("stranger" + i, WINDOW, soon());
        }

        assertThat(store.size()).isEqualTo(1000);
    }

    @Test
    void aFloodOfStrangersDoesNotMakeItForgetAttackers() {
        MemoryCounterStore store = new MemoryCounterStore(clock, 1000);
        for (int attacker = 0; attacker < 50; attacker++) {
            for (int i = 0; i < 7; i++) {
                store.increment("attacker" + attacker, Duration.ofMinutes(1), soon());
            }
        }
        for (int i = 0; i < 100_000; i++) {
            store.increment("stranger" + i, WINDOW, soon());
        }

        for (int attacker = 0; attacker < 50; attacker++) {
            assertThat(store.count("attacker" + attacker, soon())).isEqualTo(7);
        }
    }

    @Test
    void whatHasRunOutGivesWayFirst() {
        MemoryCounterStore store = new MemoryCounterStore(clock, 8);
        for (int i = 0; i < 4; i++) {
            store.increment("short" + i, Duration.ofSeconds(1), soon());
            store.increment("short" + i, Duration.ofSeconds(1), soon());
            store.increment("long" + i, WINDOW, soon());
        }
        clock.advance(Duration.ofSeconds(1));
        store.increment("new", WINDOW, soon());

        for (int i = 0; i < 4; i++) {
            assertThat(store.count("long" + i, soon())).isEqualTo(1);
        }
        assertThat(store.count("new", soon())).isEqualTo(1);
    }
}
