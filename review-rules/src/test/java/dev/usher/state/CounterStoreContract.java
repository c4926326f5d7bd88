// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import dev.usher.review.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every counter store does, by a clock that stands still. */
public abstract class CounterStoreContract {
    protected static final Duration WINDOW = Duration.ofSeconds(10);
    protected final MovingClock clock = new MovingClock();

    /** A new view of one store that is empty at first; two calls are two processes, where the store is shared. */
    protected abstract CounterStore store();

    /** How many steps the property test may take. */
    protected abstract int steps();

    protected static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(30));
    }

    @Test
    void aKeyCountsFromOne() throws Exception {
        CounterStore store = store();

        assertThat(store.count("a", soon())).isZero();
        assertThat(store.increment("a", WINDOW, soon())).isEqualTo(1);
        assertThat(store.increment("a", WINDOW, soon())).isEqualTo(2);
        assertThat(store.increment("b", WINDOW, soon())).isEqualTo(1);
        assertThat(store.count("a", soon())).isEqualTo(2);
    }

    @Test
    void aKeyVanishesOneWindowAfterItsFirstIncrement() throws Exception {
        CounterStore store = store();
        store.increment("a", WINDOW, soon());
        clock.advance(Duration.ofMillis(9_999));
        assertThat(store.increment("a", WINDOW, soon())).isEqualTo(2);
        clock.advance(Duration.ofMillis(1));

        assertThat(store.count("a", soon())).isZero();
        assertThat(store.increment("a", WINDOW, soon())).isEqualTo(1);
    }

    @Test
    void aLaterIncrementsWindowChangesNothing() throws Exception {
        CounterStore store = store();
        store.increment("a", WINDOW, soon());
        store.increment("a", Duration.ofHours(1), soon());
        clock.advance(WINDOW);

        assertThat(store.count("a", soon())).isZero();
    }

    @Test
    void aKeyMayHoldAnything() throws Exception {
        CounterStore store = store();
        for (String key : List.of("", "\0", "\ud800", "ключ 键 🔑", "k".repeat(100_000))) {
            assertThat(store.increment(key, WINDOW, soon())).isEqualTo(1);
            assertThat(store.increment(key, WINDOW, soon())).isEqualTo(2);
        }
    }

    @Test
    void itDoesWhatTheModelDoes() throws Exception {
        long seed = Long.getLong("usher.seed", System.nanoTime());
        Random random = new Random(seed);
        CounterStore store = store();
        Map<String, long[]> model = new HashMap<>(); // key to its end and its count
        long now = 0;
        for (int i = 0; i < steps(); i++) {
            String key = "key" + random.nextInt(5);
            long[] living = model.get(key);
            if (living != null && living[0] <= now) {
                model.remove(key);
                living = null;
            }
            switch (random.nextInt(3)) {
                case 0 -> {
                    int window = 1 + random.nextInt(20_000);
                    long[] counted = living == null ? new long[]{now + window, 0} : living;
                    counted[1]++;
                    model.put(key, counted);
                    assertThat(store.increment(key, Duration.ofMillis(window), soon()))
                            .as("seed %d, step %d", seed, i).isEqualTo(counted[1]);
                }
                case 1 -> assertThat(store.count(key, soon())).as("seed %d, step %d", seed, i)
                        .isEqualTo(living == null ? 0 : living[1]);
                default -> {
                    int time = random.nextInt(5_000);
                    now += time;
                    clock.advance(Duration.ofMillis(time));
                }
            }
        }
    }

    @Test
    void noCountIsLostOrMadeTwiceWhereManyCountAtOnce() throws Exception {
        CounterStore store = store();
        store.increment("a", WINDOW, soon());
        clock.advance(WINDOW); // the key has ended, and everybody begins it anew
        List<Long> counts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Long>>> parts = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                CounterStore view = store instanceof MemoryCounterStore ? store : store();
                parts.add(threads.submit(() -> {
                    List<Long> mine = new ArrayList<>();
                    for (int i = 0; i < 25; i++) {
                        mine.add(view.increment("a", WINDOW, soon()));
                    }
                    return mine;
                }));
            }
            for (Future<List<Long>> part : parts) {
                counts.addAll(part.get());
            }
        }

        assertThat(counts)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
    }
}
