// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.util.Arrays;

/**
 * Words of a content that may be the labels of a host, each with how it is joined to the one before. Looks at a bounded
 * part of the text for each. One thread at a time.
 */
final class HostLabels {
    /** How a label is joined to the one before, from the tightest to the loosest. */
    enum Joint {
        /** The first of them. */
        START,
        /** {@code example.com}. */
        DOT,
        /** A dot of another script, or one that looks like it. */
        LOOK_ALIKE,
        /** {@code example[.]com}, {@code example (dot) com}. */
        BRACKETED,
        /** {@code example dot com}. */
        NAMED,
        /** {@code example . com}. */
        SPACED,
        /** {@code example. com}. */
        FOLLOWED,
        /** {@code example,com}. */
        COMMA,
        /** {@code example com}. */
        SPACE;

        /** Whether the two can only be meant as one. */
        boolean isTight() {
            return compareTo(NAMED) <= 0;
        }

        boolean isDisguise() {
            return this != START && this != DOT && this != LOOK_ALIKE;
        }
    }

    private static final int MOST_SPACES = 3;
    private static final String[] DOT_WORDS = {"dot", "d0t", "punkt", "punto", "ponto", "точка"};

    private final VisibleText text;
    private final boolean disguises;

    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private Joint[] joints = new Joint[16];
    private int size;
    private Joint joint = Joint.START;
    private int next;

    HostLabels(VisibleText text, boolean disguises) {
        this.text = text;
        this.disguises = disguises;
    }

    /** Begins anew with the label that begins there. */
    void begin(int at) {
        size = 0;
        joint = Joint.START;
        add(at);
    }

    /** Takes the label that is joined to the last one; false where none is. */
    boolean read() {
        if (!join(ends[size - 1])) {
            return false;
        }
        add(next);
        return true;
    }

    int size() {
        return size;
    }

    int start(int label) {
        return starts[label];
    }

    int end(int label) {
        return ends[label];
    }

    int length(int label) {
        return ends[label] - starts[label];
    }

    Joint joint(int label) {
        return joints[label];
    }

    String text(int label) {
        return text.text(starts[label], ends[label]);
    }

    /** Takes back all labels after the given one. */
    void cut(int last) {
        size = last + 1;
    }

    /** The labels from the one to the other, with plain dots between them. */
    String host(int first, int last) {
        StringBuilder host = new StringBuilder();
        for (int i = first; i <= last; i++) {
            host.append(i == first ? "" : ".").append(text(i));
        }
        return host.toString();
    }

    static boolean isDot(int c) {
        return switch (c) {
            case '.', 0xB7, 0x387, 0x6D4, 0x701, 0x702, 0x2024, 0x2027, 0x2219, 0x22C5, 0x2E31, 0x3002,
                    0x30FB,
                    0xA4F8, 0xFE52, 0xFF61, 0xFF65 ->
                true;
            default -> false;
        };
    }

    private void add(int at) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            joints = Arrays.copyOf(joints, 2 * size);
        }
        starts[size] = at;
        ends[size] = labelEnd(at);
        joints[size++] = joint;
    }

    /** Hyphens and underscores stand inside a label only. */
    private int labelEnd(int start) {
        int end = start;
        for (int i = start; text.isWord(i) || text.at(i) == '-' || text.at(i) == '_'; i++) {
            if (text.isWord(i)) {
                end = i + 1;
            }
        }
        return end;
    }

    private boolean join(int at) {
        if (isDot(text.at(at)) && text.isWord(at + 1)) {
            return take(text.at(at) == '.' ? Joint.DOT : Joint.LOOK_ALIKE, at + 1);
        }
        if (!disguises) {
            return false;
        }
        int mark = text.skipSpaces(at, MOST_SPACES);
        boolean spaced = mark > at;
        if (isDot(text.at(mark))) {
            return take(spaced ? Joint.SPACED : Joint.FOLLOWED, text.skipSpaces(mark + 1, MOST_SPACES));
        }
        int closing = closing(text.at(mark));
        if (closing != VisibleText.NONE) {
            int after = dotEnd(text.skipSpaces(mark + 1, 1));
            int close = after < 0 ? -1 : text.skipSpaces(after, 1);
            return close >= 0 && text.at(close) == closing
                    && take(Joint.BRACKETED, text.skipSpaces(close + 1, MOST_SPACES));
        }
        if (!spaced) {
            return text.at(mark) == ',' && take(Joint.COMMA, mark + 1);
        }
        int named = dotWordEnd(mark);
        if (named > 0 && text.at(named) == ' ') {
            return take(Joint.NAMED, text.skipSpaces(named, MOST_SPACES));
        }
        return mark == at + 1 && take(Joint.SPACE, mark);
    }

    private boolean take(Joint found, int at) {
        joint = found;
        next = at;
        return text.isWord(at);
    }

    private int dotEnd(int at) {
        return isDot(text.at(at)) ? at + 1 : dotWordEnd(at);
    }

    /** The end of the word for a dot that stands there; -1 where none does. */
    private int dotWordEnd(int at) {
        for (String word : DOT_WORDS) {
            if (text.startsWith(word, at)) {
                int end = at + word.length();
                return text.isWord(end) ? -1 : end;
            }
        }
        return -1;
    }

    private static int closing(int opening) {
        return switch (opening) {
            case '(' -> ')';
            case '[' -> ']';
            case '{' -> '}';
            case '<' -> '>';
            case '*', '|', '~', '"', '\'', '-', '_' -> opening;
            default -> VisibleText.NONE;
        };
    }
}
