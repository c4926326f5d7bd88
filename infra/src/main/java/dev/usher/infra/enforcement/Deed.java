// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import java.time.Duration;

/**
 * One thing to do for one message. Immutable.
 *
 * @param key what it is done once for
 * @param cause the trigger's id, or {@code second-look}
 */
record Deed(String key, Duration rest, Sanction sanction, String cause, DecisionLine line) {
    /** Done once for a user, a room and a trigger, until the trigger has rested. */
    static Deed toUser(Policy.Trigger trigger, Sanction sanction, DecisionLine line) {
        return new Deed(trigger.id() + "|" + sanction.word() + "|" + line.roomArn() + "|" + line.userId(),
                trigger.rest(), sanction, trigger.id(), line);
    }

    /** Done once for a message. */
    static Deed toMessage(Sanction sanction, DecisionLine line) {
        return new Deed("second-look|" + sanction.word() + "|" + line.roomArn() + "|" + line.messageId(),
                Duration.ofDays(1), sanction, "second-look", line);
    }
}
