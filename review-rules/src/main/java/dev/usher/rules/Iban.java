// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/**
 * Recognises international bank account numbers (ISO 13616): a country's letters with its length, by the SWIFT
 * registry, and the check digits, which leave 1 modulo 97.
 */
final class Iban {
    /** Country and length, each followed by a space. */
    private static final String LENGTHS = "ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 "
            + "cz24 de22 dj27 dk18 do28 ee20 eg29 es24 fi18 fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 "
            + "ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20 lu20 lv21 ly25 mc27 md24 me22 mk19 mn20 mr27 "
            + "mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 "
            + "so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30 ";
    private static final int MODULUS = 97;

    private Iban() {}

    /** The end of the number that begins there; -1 where none does. */
    static int end(VisibleText text, int start) {
        if (!text.isAsciiLetter(start) || !text.isAsciiLetter(start + 1) || !text.isDigit(start + 2)
                || !text.isDigit(start + 3) || text.isWord(start - 1)) {
            return -1;
        }
        int length = length(text.text(start, start + 2));
        int rest = 0;
        int head = 0;
        int at = start;
        for (int taken = 0; taken < length; taken++) {
            int separated = text.at(at) == ' ' || text.at(at) == '-' ? at + 1 : at;
            at = taken == 0 ? at : separated;
            boolean letter = text.isAsciiLetter(at);
            if (!letter && !text.isDigit(at)) {
                return -1;
            }
            int value = letter ? text.at(at) - 'a' + 10 : text.at(at) - '0';
            if (taken < 4) {
                head = (letter ? 100 : 10) * head + value; // the first four count as the last
            } else {
                rest = ((letter ? 100 : 10) * rest + value) % MODULUS;
            }
            at++;
        }
        long whole = rest * 1_000_000L + head;
        return length > 0 && whole % MODULUS == 1 && !text.isWord(at) ? at : -1;
    }

    private static int length(String country) {
        int at = LENGTHS.indexOf(country);
        return at < 0 ? 0 : 10 * (LENGTHS.charAt(at + 2) - '0') + LENGTHS.charAt(at + 3) - '0';
    }
}
