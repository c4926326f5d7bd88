// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/**
 * How many emoji {@link Rules#emoji} lets pass. Immutable.
 *
 * @param maximum how many a content may have; the rest is found
 * @param share the part of the characters, spaces left out, that may be emoji, from 0 to 1; beyond it all are found
 * @param shareFrom how many emoji there must be for the share to count
 */
public record EmojiOptions(int maximum, double share, int shareFrom) {
    public EmojiOptions {
        if (maximum < 0 || !(share >= 0 && share <= 1) || shareFrom < 0) {
            throw new IllegalArgumentException("a maximum below 0, or a share not between 0 and 1");
        }
    }

    /** Only the count matters. */
    public static EmojiOptions atMost(int maximum) {
        return new EmojiOptions(maximum, 1, 0);
    }
}
