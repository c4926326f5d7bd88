// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.security.SecureRandom;
import java.util.Base64;

/** New names for things. Thread-safe. */
final class Ids {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 12;
    private static final int TOKEN_BYTES = 48;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** Twelve letters and digits, as the service names rooms, messages and events. */
    static String id() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /** A secret made of characters that a WebSocket subprotocol may have. */
    static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
