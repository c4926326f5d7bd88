// SPDX-License-Identifier: Apache-2.0
/**
 * What rules remember from one message to the next: {@link dev.usher.state.CounterStore counters} and
 * {@link dev.usher.state.BanList bans}, in memory or in a store that many processes share, behind a
 * {@link dev.usher.state.CircuitBreaker} where the store may fail.
 *
 * <p>Knows {@code dev.usher.review} and nothing else: no rule, no configuration, no AWS.
 *
 * <pre>{@code
 * CounterStore counters = CounterStore.inMemory();
 * long messages = counters.increment("flood|ann", Duration.ofSeconds(10), deadline);   // 1, 2, 3 ...
 * }</pre>
 */
@NullMarked
package dev.usher.state;

import org.jspecify.annotations.NullMarked;
