// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was counted and what was done, so that a batch that comes twice does nothing twice. Thread-safe. */
interface Ledger {
    /** How an attempt to be the one who does something ended. */
    enum Claim {
        /** It is the caller's to do, and to call {@link #done} or {@link #release} for. */
        GRANTED,
        /** It was done. */
        DONE,
        /** Someone else is at it, or was and has died: try again when its lease is over. */
        BUSY
    }

    /**
     * Writes down a refused message, once however often it is told.
     *
     * @return when the messages under this key were refused, in order, as far back as they are kept
     */
    List<Instant> strike(String key, String messageId, Instant at, Duration keep);

    /**
     * Asks for something to do.
     *
     * @param at the time of the message that is the cause
     * @param rest whatever was done for a message not older than this before it counts as done for it too
     */
    Claim claim(String key, Instant at, Duration rest);

    /** It was done. */
    void done(String key);

    /** It was not done, and is anyone's. */
    void release(String key);
}
