// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import java.util.List;

/** A ban list that can be written. Thread-safe. Not for the review of a message: these calls take their time. */
public interface BanStore extends BanList {
    /**
     * Writes a ban, in the place of one that there may be for the same; doing so twice is doing so once.
     *
     * @throws Exception where the store cannot be written
     */
    void add(Ban ban) throws Exception;

    /**
     * Lifts a ban.
     *
     * @return whether there was one
     * @throws Exception where the store cannot be written
     */
    boolean remove(Banned banned) throws Exception;

    /**
     * All bans that hold, in no order.
     *
     * @throws Exception where the store cannot be read
     */
    List<Ban> list() throws Exception;
}
