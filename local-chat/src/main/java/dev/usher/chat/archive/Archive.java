// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.archive;

import java.util.Map;

/** Keeps texts by kind and key. Thread-safe. */
public interface Archive extends AutoCloseable {
    /** Keeps nothing. */
    static Archive none() {
        return new NoArchive();
    }

    /** Whether anything is kept at all; where it is not, nobody needs to write it down. */
    default boolean keeps() {
        return true;
    }

    /** All of a kind, by key. */
    Map<String, String> read(String kind);

    /**
     * Keeps a text; once this returns, the end of the process does not lose it.
     *
     * @param most how many of the kind to keep: beyond that, the one with the lowest key goes
     */
    void put(String kind, String key, String text, int most);

    /** Forgets a text; once this returns, it does not come back. */
    void remove(String kind, String key);

    @Override
    void close();
}
