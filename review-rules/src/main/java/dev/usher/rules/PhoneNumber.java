// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/**
 * Recognises phone numbers by how they are written: with a plus or two zeros and a country's number (ITU-T E.164, up
 * to 15 digits), with the zero that many countries dial first, or as ten digits of North America. Shorter local
 * numbers are not told from other numbers, and so are not found.
 */
final class PhoneNumber {
    private static final int LEAST_INTERNATIONAL = 8;
    private static final int MOST_INTERNATIONAL = 15;
    private static final int LEAST_NATIONAL = 9;
    private static final int MOST_NATIONAL = 12;
    private static final int NORTH_AMERICAN = 10;

    private PhoneNumber() {}

    /** The end of the number in the text; -1 where the groups begin with none. */
    static int end(NumberGroups groups) {
        int most = groups.groups() - 1;
        for (int last = most; last >= 0; last--) {
            boolean ends = last == most ? !groups.isBrokenAt(last)
                    : groups.sign(last) == ' ' || groups.sign(last) == '(';
            if (ends && isPhone(groups, last, groups.digitsUpTo(last))) {
                return groups.end(last);
            }
        }
        return -1;
    }

    private static boolean isPhone(NumberGroups groups, int last, int count) {
        if (count < LEAST_INTERNATIONAL || isOneDigitOnly(groups, count) || isDecimal(groups)) {
            return false;
        }
        if (groups.hasPlus()) {
            return groups.digit(0) != 0 && count <= MOST_INTERNATIONAL;
        } else if (groups.digit(0) == 0 && groups.digit(1) == 0) {
            return groups.digit(2) != 0 && count > LEAST_INTERNATIONAL + 2 && count <= MOST_INTERNATIONAL + 2;
        } else if (groups.digit(0) == 0) {
            return count >= LEAST_NATIONAL && count <= MOST_NATIONAL && hasLongGroups(groups, last)
                    && !isDate(groups);
        }
        return isNorthAmerican(groups, last, count);
    }

    /** {@code (212) 555-0123}, {@code 1-212-555-0123} or ten digits in one: area and exchange begin with 2 to 9. */
    private static boolean isNorthAmerican(NumberGroups groups, int last, int count) {
        int country = count == NORTH_AMERICAN + 1 && groups.digit(0) == 1 ? 1 : 0;
        if (count != NORTH_AMERICAN + country || groups.digit(country) < 2
                || groups.digit(country + 3) < 2) {
            return false;
        }
        int first = country == 1 && groups.length(0) == 1 ? 1 : 0;
        int written = last + 1 - first;
        boolean whole = written == 1 && !isRound(groups, count);
        boolean parted = written == 3 && groups.length(first) == 3 && groups.length(first + 1) == 3;
        return whole || parted || (written == 2 && groups.length(first) == 3 && groups.sign(first) != '.');
    }

    private static boolean isRound(NumberGroups groups, int count) {
        return groups.digit(count - 1) == 0 && groups.digit(count - 2) == 0 && groups.digit(count - 3) == 0;
    }

    private static boolean isOneDigitOnly(NumberGroups groups, int count) {
        for (int i = 1; i < count; i++) {
            if (groups.digit(i) != groups.digit(0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDecimal(NumberGroups groups) {
        return groups.groups() == 2 && groups.sign(0) == '.' && groups.length(0) == 1;
    }

    /** Whether the groups are few and none of a single digit: a row of small numbers is no phone's. */
    private static boolean hasLongGroups(NumberGroups groups, int last) {
        for (int group = 0; group <= last; group++) {
            if (groups.length(group) < 2) {
                return false;
            }
        }
        return last < 6;
    }

    /** {@code 01.02.2026 14}, {@code 05/11/26 20:15}: two groups of two digits and a year, with the signs of a date. */
    private static boolean isDate(NumberGroups groups) {
        char sign = groups.sign(0);
        return groups.groups() > 2 && (sign == '.' || sign == '/' || sign == '-') && groups.sign(1) == sign
                && groups.length(0) == 2 && groups.length(1) == 2 && groups.length(2) == 4;
    }
}
