// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import org.jspecify.annotations.Nullable;

/** Reads the ASCII form of a label that holds other letters (RFC 3492, section 6.2; its names for the constants). */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 0x80;
    private static final int LONGEST = 63;

    private Punycode() {}

    /** The label that stands behind the lower-case text after {@code xn--}; null where it is not well-formed. */
    static @Nullable String decode(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        int delimiter = text.lastIndexOf('-');
        StringBuilder label = new StringBuilder(text.substring(0, Math.max(0, delimiter)));
        int count = label.length();
        int n = INITIAL_N;
        int bias = INITIAL_BIAS;
        long i = 0;
        for (int at = delimiter + 1; at < text.length();) {
            long before = i;
            long weight = 1;
            for (int k = BASE;; k += BASE) {
                int digit = at < text.length() ? digit(text.charAt(at++)) : -1;
                if (digit < 0) {
                    return null;
                }
                i += digit * weight;
                int threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
                if (i > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
                    return null;
                }
            }
            count++;
            bias = adapt(i - before, count, before == 0);
            long codePoint = n + i / count;
            if (codePoint > Character.MAX_CODE_POINT || (codePoint >= 0xD800 && codePoint <= 0xDFFF)) {
                return null;
            }
            n = (int) codePoint;
            i %= count;
            label.insert(label.offsetByCodePoints(0, (int) i), Character.toChars(n));
            i++;
        }
        return label.toString();
    }

    private static int adapt(long change, int count, boolean first) {
        long delta = first ? change / DAMP : change / 2;
        delta += delta / count;
        int k = 0;
        while (delta > (BASE - T_MIN) * T_MAX / 2) {
            delta /= BASE - T_MIN;
            k += BASE;
        }
        return (int) (k + (BASE - T_MIN + 1) * delta / (delta + SKEW));
    }

    private static int digit(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? c - '0' + 26 : -1;
    }
}
