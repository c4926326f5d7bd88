// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/**
 * Recognises the numbers of payment cards: by the issuer's first digits with the lengths that it uses (ISO/IEC 7812
 * ranges as the issuers publish them), and by the check digit of Luhn.
 */
final class PaymentCard {
    private static final int LEAST_DIGITS = 13;
    private static final int MOST_DIGITS = 19;

    private PaymentCard() {}

    /** The end of the number in the text; -1 where the groups begin with none. */
    static int end(NumberGroups groups) {
        for (int group = groups.groups() - 1; group >= 0 && !groups.hasPlus(); group--) {
            int length = groups.digitsUpTo(group);
            if (length >= LEAST_DIGITS && length <= MOST_DIGITS && isWritten(groups, group)
                    && isIssued(groups, length) && hasCheckDigit(groups, length)) {
                return groups.end(group);
            }
        }
        return -1;
    }

    /** In groups of two at least, with spaces or hyphens, and in one piece of digits with nothing after it. */
    private static boolean isWritten(NumberGroups groups, int last) {
        for (int group = 0; group < last; group++) {
            if ((groups.sign(group) != ' ' && groups.sign(group) != '-') || groups.length(group) < 2) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIssued(NumberGroups groups, int length) {
        int prefix = 0;
        for (int i = 0; i < 4; i++) {
            prefix = 10 * prefix + groups.digit(i);
        }
        int two = prefix / 100;
        int three = prefix / 10;
        if (prefix / 1000 == 4) {
            return length == 13 || length == 16 || length == 19; // Visa
        } else if ((two >= 51 && two <= 55) || (prefix >= 2221 && prefix <= 2720)) {
            return length == 16; // Mastercard
        } else if (two == 34 || two == 37) {
            return length == 15; // American Express
        } else if ((three >= 300 && three <= 305) || two == 36 || two == 38 || two == 39) {
            return length >= 14; // Diners Club
        } else if (prefix >= 3528 && prefix <= 3589) {
            return length >= 16; // JCB
        } else if (prefix == 6011 || (three >= 644 && three <= 649) || two == 65 || two == 60 || two == 81
                || two == 82) {
            return length >= 16; // Discover, RuPay
        } else if (prefix >= 2200 && prefix <= 2204) {
            return length >= 16; // Mir
        }
        return two == 62 ? length >= 16 : isMaestro(prefix);
    }

    private static boolean isMaestro(int prefix) {
        return switch (prefix) {
            case 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763 -> true;
            default -> false;
        };
    }

    private static boolean hasCheckDigit(NumberGroups groups, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = groups.digit(length - 1 - i);
            int doubled = 2 * digit;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
