// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

/** Where rules remember: what they count, and who is banned. */
public record State(CounterStore counters, BanStore bans) {
    /** Of this process alone. */
    public static State inMemory() {
        return new State(CounterStore.inMemory(), new MemoryBanStore());
    }
}
