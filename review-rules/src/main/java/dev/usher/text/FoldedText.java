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
    /** More units of two readings than these are read in one way only. */
    static final int MAX_DOUBTFUL = 96;

    /** In {@code run}. */
    static final int BEGINS = 1 << 5;

    static final int LOOK_AHEAD = 4;

    /** Spare places for what a message may fold to. */
    static final int ROOM = 64;

    /** The weights in a unit. */
    static final long WEIGHT = 0xFFFFFFFF00000000L;

    final Fold fold;

    int units;
    /** The entry (see {@link Fold}) below, above it the weights of all letters up to and with the unit. */
    long[] unit = new long[0];
    /** Where each unit was typed, unless the text is straight: then that is its own number. */
    int[] start = new int[0];
    boolean straight;

    int elements;
    /**
     * From 1 on: the first unit of each run, a bit where what stands before it is no letter, and in the low five bits
     * its class; then some of class 0, for who looks ahead.
     */
    int[] run = new int[0];

    /** Units between words, and the end of the text. */
    int separators;
    int[] separator = new int[0];

    /** Units that have a second reading: an eta, or a bar or exclamation mark right after a letter. */
    int doubtful;
    final int[] doubt = new int[MAX_DOUBTFUL];

    char[] chars = new char[0];
    int length;

    FoldedText(Fold fold) {
        this.fold = fold;
    }

    void fill(String text) {
        length = text.length();
        reserve(length + ROOM);
        text.getChars(0, length, chars, 0);
        clear();
        for (int i = 0; i < length;) {
            i = FoldPass.addPlain(this, i);
            while (i < length && !FoldPass.isPlain(this, chars[i])) {
                i = FoldPass.addOther(this, i);
            }
        }
        close();
    }

    private void clear() {
        units = 0;
        elements = 0;
        run[0] = 0;
        separators = 0;
        doubtful = 0;
        straight = true;
    }

    private void close() {
        separator[separators++] = units;
        for (int i = 1; i <= LOOK_AHEAD; i++) {
            run[elements + i] = units << 6;
        }
    }

    void reserve(int capacity) {
        if (unit.length < capacity) {
            int size = capacity + (capacity >> 1);
            unit = Arrays.copyOf(unit, size);
            start = Arrays.copyOf(start, size);
            run = Arrays.copyOf(run, size + LOOK_AHEAD + 1);
            separator = Arrays.copyOf(separator, size + 2);
            chars = Arrays.copyOf(chars, size);
        }
    }

    /**
     * Takes over a part of another view, in which some of its doubtful units are read the other way.
     *
     * @param readings a bit for each of the {@code count} doubtful units from {@code firstDoubt} on
     */
    void fillFrom(FoldedText other, int from, int to, int firstDoubt, int count, int readings) {
        reserve(to - from + ROOM);
        clear();
        length = other.end(to - 1);
        straight = false;
        for (int i = from; i < to; i++) {
            int found = other.entry(i);
            for (int d = 0; d < count; d++) {
                if (other.doubt[firstDoubt + d] == i && (readings & 1 << d) != 0) {
                    boolean eta = (found >> 16 & Fold.ETA) != 0;
                    found = eta ? Fold.entry(Fold.LETTER, 'h') : Fold.entry(Fold.MARK, '|');
                }
            }
            FoldPass.add(this, found, other.start(i));
        }
        close();
    }

    char letter(int at) {
        return (char) unit[at];
    }

    int entry(int at) {
        return (int) unit[at];
    }

    /** Makes the units read as the entry says, until that is taken back. */
    void read(int from, int to, int entry) {
        for (int i = from; i < to; i++) {
            unit[i] = (unit[i] & WEIGHT) | (entry & 0xFFFFFFFFL);
        }
    }

    /** The weights of the letters up to the unit, without it. */
    int sumBefore(int at) {
        return at > 0 ? (int) (unit[at - 1] >>> 32) : 0;
    }

    /** The class of the run, 0 for a letter that is not Latin. */
    int classOf(int element) {
        return run[element + 1] & 31;
    }

    /** The first unit of the run. */
    int first(int element) {
        return run[element + 1] >>> 6;
    }

    boolean isLetter(int at) {
        return Fold.letterBit((int) unit[at]) != 0;
    }

    boolean is(int at, int wanted) {
        return Fold.kind((int) unit[at]) == wanted;
    }

    /** Whether the unit may be read as i and as l. */
    boolean isEither(int at) {
        return ((int) unit[at] >> 16 & Fold.EITHER) != 0;
    }

    boolean hasWide() {
        for (int i = 0; i < elements; i++) {
            if (classOf(i) == 0) {
                return true;
            }
        }
        return false;
    }

    /** The digit that the unit was written with, or 0 where it was none. */
    char digit(int at) {
        int digit = Character.digit(Character.codePointAt(chars, start(at)), 10);
        return digit < 0 ? 0 : (char) ('0' + digit);
    }

    /** The first UTF-16 unit of what the unit was typed with. */
    int start(int at) {
        return straight ? at : start[at];
    }

    /** The end of what the unit was typed with, its accents and the invisible characters behind it included. */
    int end(int at) {
        int next = at + 1;
        while (next < units && start(next) == start(at)) {
            next++;
        }
        return next < units ? start(next) : length;
    }

    /** The letters of the units, as they fold. */
    String letters(int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            out.append(letter(i) == 0 ? '\uFFFD' : letter(i));
        }
        return out.toString();
    }
}
