// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.time.Duration;

/**
 * What became of a message that was sent. Immutable.
 *
 * @param errorCode zero where the message was delivered
 * @param text the delivered content, or the error's message
 */
record ChatAnswer(int errorCode, String text, String id, Duration took) {
    /** Error 406 of the messaging API: refused in review. */
    private static final int REFUSED = 406;

    boolean isDelivered() {
        return errorCode == 0;
    }

    boolean isRefused() {
        return errorCode == REFUSED;
    }
}
