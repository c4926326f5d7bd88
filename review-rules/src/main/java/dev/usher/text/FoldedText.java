// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.Arrays;

/**
 * One message as it is read rather than as it was typed: letters as <i>units</i> with the offsets they came from, and
 * runs of one letter class as <i>elements</i>, which the search walks over. Filled anew for each message, so that a
 * message without a hit costs no memory. One thread at a time.
 *
 * <p>Separators are units but no elements: {@code f.u.c.k} has seven units and four elements. A run goes on across
 * separators ({@code as so} has the elements a, s, o); the check of a candidate takes it apart again.
 */
final class FoldedText {
    /** Where a mark stands after a letter; more than these in one message are not looked at. */
    static final int MAX_MARKS = 96;

    private static final int ROOM = 64;

    final Fold fold;

    int units;
    char[] letter = new char[0];
    byte[] kind = new byte[0];
    int[] start = new int[0];
    int[] end = new int[0];

    int elements;
    byte[] element = new byte[0];
    int[] first = new int[0];
    boolean hasWide;

    int tokens;
    int[] tokenStart = new int[0];
    int[] tokenEnd = new int[0];
    int[] tokenSum = new int[0];

    int marks;
    final int[] mark = new int[MAX_MARKS];

    /** Units that have a second reading: an eta, or a bar or exclamation mark right after a letter. */
    int doubtful;
    final int[] doubt = new int[MAX_MARKS];

    private char[] chars = new char[0];
    private int sum;
    private int tokenFrom;
    private int lastClass;

    FoldedText(Fold fold) {
        this.fold = fold;
    }

    void fill(String text) {
        int length = text.length();
        reserve(length + ROOM);
        text.getChars(0, length, chars, 0);
        clear();
        int[] ascii = fold.ascii;
        char[] source = chars;
        for (int i = 0; i < length;) {
            char c = source[i];
            if (c < 128) {
                add(ascii[c], i, ++i);
            } else {
                i = addWide(i, length);
            }
        }
        close();
    }

    private void clear() {
        units = 0;
        elements = 0;
        tokens = 0;
        marks = 0;
        doubtful = 0;
        hasWide = false;
        sum = 0;
        tokenFrom = 0;
        lastClass = -1;
    }

    private void close() {
        endToken(units);
        element[elements] = 0;
        element[elements + 1] = 0;
        first[elements] = units;
    }

    /**
     * Takes over a part of another view, in which some of its doubtful units are read the other way.
     *
     * @param readings a bit for each of the {@code count} doubtful units from {@code firstDoubt} on
     */
    void fillFrom(FoldedText other, int from, int to, int firstDoubt, int count, int readings) {
        reserve(to - from + ROOM);
        clear();
        for (int i = from; i < to; i++) {
            int kindAndFlags = other.kind[i];
            char c = other.letter[i];
            for (int d = 0; d < count; d++) {
                if (other.doubt[firstDoubt + d] == i && (readings & 1 << d) != 0) {
                    boolean eta = (kindAndFlags & Fold.ETA) != 0;
                    kindAndFlags = eta ? Fold.LETTER : Fold.MARK;
                    c = eta ? 'h' : '|';
                }
            }
            add(Fold.entry(kindAndFlags, c), other.start[i], other.end[i]);
        }
        close();
    }

    /** The digit that the unit was written with, or 0 where it was none. */
    char digit(int unit) {
        int digit = Character.digit(Character.codePointAt(chars, start[unit]), 10);
        return digit < 0 ? 0 : (char) ('0' + digit);
    }

    private void reserve(int capacity) {
        if (letter.length < capacity) {
            int size = capacity + (capacity >> 1);
            letter = Arrays.copyOf(letter, size);
            kind = Arrays.copyOf(kind, size);
            start = Arrays.copyOf(start, size);
            end = Arrays.copyOf(end, size);
            element = Arrays.copyOf(element, size + 2);
            first = Arrays.copyOf(first, size + 2);
            tokenStart = Arrays.copyOf(tokenStart, size / 2 + 1);
            tokenEnd = Arrays.copyOf(tokenEnd, size / 2 + 1);
            tokenSum = Arrays.copyOf(tokenSum, size / 2 + 1);
            chars = Arrays.copyOf(chars, size);
        }
    }

    private int addWide(int at, int length) {
        int next = at + 1;
        int codePoint = chars[at];
        if (Character.isHighSurrogate(chars[at]) && next < length && Character.isLowSurrogate(chars[next])) {
            codePoint = Character.toCodePoint(chars[at], chars[next]);
            next++;
        }
        int entry = fold.entry(codePoint);
        int entryKind = Fold.kind(entry);
        if (entryKind == Fold.DROPPED) {
            if (units > 0) {
                end[units - 1] = next;
            }
        } else if (entryKind == Fold.SEVERAL) {
            int from = entry & 0xFFFF;
            int count = fold.several[from];
            reserve(units + count + (length - at) + ROOM);
            for (int i = 1; i <= count; i++) {
                add(fold.several[from + i], at, next);
            }
        } else {
            add(entry, at, next);
        }
        return next;
    }

    private void add(int entry, int from, int to) {
        int unit = units++;
        int entryKind = entry >> 16 & 0xFF;
        letter[unit] = (char) entry;
        kind[unit] = (byte) entryKind;
        start[unit] = from;
        end[unit] = to;
        if ((entryKind & Fold.KIND) <= Fold.SIGN) {
            int entryClass = entry >>> 24;
            if (entryClass != lastClass || (entryClass == 0 && letter[first[elements - 1]] != (char) entry)) {
                element[elements] = (byte) entryClass;
                first[elements++] = unit;
                lastClass = entryClass;
                hasWide |= entryClass == 0;
            }
            if ((entryKind & Fold.KIND) <= Fold.DIGIT) {
                sum += weight((char) entry);
                if ((entryKind & Fold.ETA) != 0) {
                    doubt(unit);
                }
                return;
            }
            if ((entryKind & Fold.EITHER) != 0 && unit > 0 && isLetter(unit - 1)) {
                doubt(unit);
            }
        } else if (entryKind == Fold.MARK && unit > 0 && isLetter(unit - 1) && marks < MAX_MARKS) {
            mark[marks++] = unit;
        }
        endToken(unit);
    }

    private void doubt(int unit) {
        if (doubtful < MAX_MARKS) {
            doubt[doubtful++] = unit;
        }
    }

    private void endToken(int unit) {
        if (unit - tokenFrom >= 2) {
            tokenStart[tokens] = tokenFrom;
            tokenEnd[tokens] = unit;
            tokenSum[tokens++] = sum;
        }
        tokenFrom = unit + 1;
        sum = 0;
    }

    /** Adds up over a word to a number that does not depend on the order of its letters. */
    static int weight(char letter) {
        int x = (letter + 1) * 0x9E3779B1;
        return (x ^ x >>> 15) * 0x85EBCA6B;
    }

    boolean isLetter(int unit) {
        return (kind[unit] & Fold.KIND) <= Fold.SIGN;
    }

    boolean is(int unit, int wanted) {
        return (kind[unit] & Fold.KIND) == wanted;
    }
}
