// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

/** Lengths in UTF-8, counted without encoding. */
public final class Utf8 {
    private Utf8() {}

    /** The number of bytes that the text takes in UTF-8; an unpaired surrogate counts 3. */
    public static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800) {
                length += 2;
                if (Character.isHighSurrogate(c) && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++; // two units stand for four bytes: one each so far, and the two just added
                }
            } else if (c >= 0x80) {
                length++;
            }
        }
        return length;
    }
}
