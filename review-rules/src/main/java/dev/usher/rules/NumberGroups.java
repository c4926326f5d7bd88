// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/**
 * A number as people write it: groups of digits with single signs or spaces between them. Reads a bounded part of the
 * text. One thread at a time.
 */
final class NumberGroups {
    /** No number of a card or a phone has more digits; what has more is read up to there, and is none. */
    private static final int MOST_DIGITS = 24;

    private final VisibleText text;
    private final int[] digits = new int[MOST_DIGITS];
    private final int[] ends = new int[MOST_DIGITS];
    private final int[] digitsUpTo = new int[MOST_DIGITS];
    private final char[] signs = new char[MOST_DIGITS];
    private int count;
    private int groups;
    private boolean plus;

    NumberGroups(VisibleText text) {
        this.text = text;
    }

    /** Whether a number may begin there: a digit, a plus or a bracket before one, and no number or word before it. */
    boolean beginsAt(int at) {
        int c = text.at(at);
        boolean sign = (c == '+' && text.isDigit(at + 1))
                || (c == '(' && (text.isDigit(at + 1) || (text.at(at + 1) == '+' && text.isDigit(at + 2))));
        if (!text.isDigit(at) && !sign) {
            return false;
        }
        int before = text.at(at - 1);
        return !text.isWord(at - 1) && (sign || (before != '+' && before != '(' && before != '#'))
                && !isMoney(before == ' ' ? text.at(at - 2) : before)
                && !((before == '.' || before == ',' || before == '-' || before == '/')
                        && text.isDigit(at - 2));
    }

    void read(int start) {
        count = 0;
        groups = 0;
        plus = false;
        int at = start;
        while (!text.isDigit(at)) {
            plus |= text.at(at++) == '+';
        }
        while (count < MOST_DIGITS && text.isDigit(at)) {
            while (count < MOST_DIGITS && text.isDigit(at)) {
                digits[count++] = text.at(at++) - '0';
            }
            ends[groups] = at;
            digitsUpTo[groups] = count;
            int next = separatorsEnd(at);
            signs[groups++] = next > at ? sign(at, next) : 0;
            if (next < 0) {
                break;
            }
            at = next;
        }
    }

    /** How many digits there are. */
    int count() {
        return count;
    }

    int digit(int index) {
        return digits[index];
    }

    /** How many groups of digits there are. */
    int groups() {
        return groups;
    }

    /** How many digits there are up to the end of that group. */
    int digitsUpTo(int group) {
        return digitsUpTo[group];
    }

    int length(int group) {
        return group == 0 ? digitsUpTo[0] : digitsUpTo[group] - digitsUpTo[group - 1];
    }

    /** Where that group ends in the text. */
    int end(int group) {
        return ends[group];
    }

    /** The sign behind that group: one of {@code "-./() "}, or 0 at the end. */
    char sign(int group) {
        return signs[group];
    }

    boolean hasPlus() {
        return plus;
    }

    /** Whether a letter or a sign of a sum of money follows the number at the end of that group. */
    boolean isBrokenAt(int group) {
        return text.isWord(ends[group]) || isMoney(text.at(text.skipSpaces(ends[group], 1)));
    }

    /** Where the next group begins; -1 where none follows. */
    private int separatorsEnd(int at) {
        int end = at;
        boolean sign = false;
        while (end - at < 3) {
            int c = text.at(end);
            if (c == '-' || c == '.' || c == '/' || c == '(' || c == ')' || c == 0x2010 || c == 0x2011
                    || c == 0x2013) {
                if (sign && c != '(' && text.at(end - 1) != ')') {
                    return -1;
                }
                sign = true;
            } else if (c != ' ' || (end > at && text.at(end - 1) == ' ')) {
                break;
            }
            end++;
        }
        return end > at && text.isDigit(end) ? end : -1;
    }

    private char sign(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.at(i) != ' ') {
                return text.at(i) < 0x80 ? (char) text.at(i) : '-';
            }
        }
        return ' ';
    }

    private static boolean isMoney(int c) {
        return c == '$' || (c > 0x7F && Character.getType(c) == Character.CURRENCY_SYMBOL);
    }
}
