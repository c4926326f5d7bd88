// SPDX-License-Identifier: Apache-2.0
package dev.usher.state.dynamodb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The partition keys: of a fixed size whatever was sent, and without a user id or an address in them. */
final class Keys {
    /** Of the 32 bytes; enough that no two keys meet. */
    private static final int BYTES = 18;

    private Keys() {}

    static String counter(String key) {
        return "c#" + hash(key);
    }

    static String bannedUser(String userId) {
        return "b#" + hash(userId);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
