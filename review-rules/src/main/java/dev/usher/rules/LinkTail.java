// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/** Finds where the port, the path and the rest after a link's host end. One thread at a time. */
final class LinkTail {
    private static final int LONGEST_PORT = 5;

    private final VisibleText text;
    private int tokenStart;
    private int tokenEnd;

    LinkTail(VisibleText text) {
        this.text = text;
    }

    /** Whether a path, a query or a port follows the host that ends there. */
    boolean follows(int hostEnd) {
        return portEnd(hostEnd) > hostEnd || isPath(hostEnd);
    }

    /** The end of the link whose host ends there: without the full stop or bracket that belongs to the sentence. */
    int end(int hostEnd) {
        int from = portEnd(hostEnd);
        return isPath(from) || text.at(from) == '/' ? trim(from, tokenEnd(from)) : from;
    }

    /** The first place at or after the given one where no link goes on. Found once for all places before it. */
    int tokenEnd(int from) {
        if (from < tokenStart || from >= tokenEnd) {
            tokenStart = from;
            tokenEnd = from;
            while (!endsToken(text.at(tokenEnd))) {
                tokenEnd++;
            }
        }
        return tokenEnd;
    }

    /** The end without the punctuation before it; a closing bracket stays where its opening one is in the part. */
    int trim(int from, int to) {
        int open = 0;
        for (int i = from; i < to; i++) {
            open += text.at(i) == '(' ? 1 : text.at(i) == ')' ? -1 : 0;
        }
        int end = to;
        while (end > from && isPunctuation(text.at(end - 1)) && !(text.at(end - 1) == ')' && open >= 0)) {
            open += text.at(--end) == ')' ? 1 : 0;
        }
        return end;
    }

    private int portEnd(int hostEnd) {
        int end = hostEnd + 1;
        while (end - hostEnd <= LONGEST_PORT && text.isDigit(end)) {
            end++;
        }
        return text.at(hostEnd) == ':' && end - hostEnd > 2 && !text.isWord(end) ? end : hostEnd;
    }

    private boolean isPath(int at) {
        int c = text.at(at);
        if (c == '/' || c == '\\') {
            return !endsToken(text.at(at + 1));
        }
        return (c == '?' || c == '#') && text.isWord(at + 1);
    }

    private static boolean endsToken(int c) {
        return switch (c) {
            case VisibleText.NONE, ' ', '\n', '\r', 0x85, '<', '>', '"', '`', '{', '}', '|', 0xAB, 0xBB,
                    0x201C, 0x201D,
                    0x201E, 0x3001, 0x3002, 0x300C, 0x300D, 0x300E, 0x300F, 0x3010, 0x3011 ->
                true;
            default -> false;
        };
    }

    private static boolean isPunctuation(int c) {
        return switch (c) {
            case '.', ',', ';', ':', '!', '?', '\'', '*', '_', '~', ')', ']', 0x2018, 0x2019, 0x2026 -> true;
            default -> false;
        };
    }
}
