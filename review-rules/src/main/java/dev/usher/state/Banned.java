// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import java.util.Objects;

/**
 * Whom a ban is for. Immutable.
 *
 * @param value a user id, or a range of addresses as {@link AddressRange} writes it
 */
public record Banned(Kind kind, String value) {
    /** The contract's limit on a {@code UserId} (docs/CONTRACT.md). */
    private static final int LONGEST_USER_ID = 128;

    /** What the value is. */
    public enum Kind {
        USER,
        ADDRESSES
    }

    public Banned {
        Objects.requireNonNull(kind, "kind");
        if (kind == Kind.ADDRESSES) {
            value = AddressRange.parse(value).toString();
        } else if (value.isEmpty() || value.length() > LONGEST_USER_ID) {
            throw new IllegalArgumentException("expected a user id of 1 to " + LONGEST_USER_ID
                    + " characters, found " + value.length());
        }
    }

    /** A sender by his {@code UserId}. */
    public static Banned user(String userId) {
        return new Banned(Kind.USER, userId);
    }

    /**
     * All senders of one address, or of a range such as {@code 203.0.113.0/24} or {@code 2001:db8::/32}.
     *
     * @throws IllegalArgumentException where it is neither
     */
    public static Banned addresses(String range) {
        return new Banned(Kind.ADDRESSES, range);
    }
}
