// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import org.jspecify.annotations.Nullable;

/**
 * A store did not do what it was asked. The class is what the decision line shows: {@link Late} and {@link Out} say
 * more. Never says a key.
 */
public class StoreException extends Exception {
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    StoreException(String message) {
        super(message);
    }

    /** It had no answer in the time that a message has for it. */
    public static final class Late extends StoreException {
        public Late(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** It failed a short while ago, and is not asked until it is tried again. */
    public static final class Out extends StoreException {
        Out(String message) {
            super(message);
        }
    }
}
