// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

/** What went wrong and what to do about it, for whoever deploys. */
public class RoomsException extends RuntimeException {
    RoomsException(String message) {
        super(message);
    }

    RoomsException(String message, Throwable cause) {
        super(message, cause);
    }
}
