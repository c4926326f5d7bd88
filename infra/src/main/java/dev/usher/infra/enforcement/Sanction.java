// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that is done about a message or its sender. Immutable. */
sealed interface Sanction {
    /** The word for it in the policy, in keys and in metrics. */
    String word();

    /** Closes all connections of the user to the room. */
    record Disconnect(String reason) implements Sanction {
        @Override
        public String word() {
            return "disconnect";
        }
    }

    /**
     * Refuses the user's messages in every room, through the {@code bans} rule.
     *
     * @param period from the message on; null for good
     */
    record Exclude(@Nullable Duration period) implements Sanction {
        @Override
        public String word() {
            return "ban";
        }
    }

    /** Takes a delivered message out of the room. */
    record Delete(String reason) implements Sanction {
        @Override
        public String word() {
            return "delete";
        }
    }

    /**
     * Tells about it.
     *
     * @param room whose clients get the event; null for the message's own, where everyone reads it
     */
    record Announce(String eventName, @Nullable String room) implements Sanction {
        @Override
        public String word() {
            return "event";
        }
    }
}
