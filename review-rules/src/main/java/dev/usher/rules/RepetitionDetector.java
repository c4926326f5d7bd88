// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds runs of one character, one word or one line, in capitals or not: what of them goes beyond the limit. Stars
 * do not count: a rule before this one may have masked with them. Words
 * are what stands between spaces, without the punctuation around them; lines are compared without the spaces around
 * them.
 */
record RepetitionDetector(RepetitionOptions options) implements Detector {
    private static final char MASK = '*';

    @Override
    public List<Match> find(String content) {
        int length = content.length();
        List<Match> characters = List.of();
        if (options.characters() > 0 && hasRun(content, options.characters())) {
            characters = new ArrayList<>();
            characters(content,
                    new RepetitionRun(content, options.characters(), "repeated-character", characters));
        }
        List<Match> words = List.of();
        if (options.words() > 0 && length > 2 * options.words()) {
            words = new ArrayList<>();
            words(content, new RepetitionRun(content, options.words(), "repeated-word", words));
        }
        List<Match> lines = List.of();
        if (options.lines() > 0 && content.indexOf('\n') >= 0) {
            lines = new ArrayList<>();
            lines(content, new RepetitionRun(content, options.lines(), "repeated-line", lines));
        }
        return merge(merge(characters, words), lines);
    }

    /**
     * Whether one character may stand more often in a row than the limit. Such a run has two alike side by side at a
     * multiple of the limit, or, where one character is several units long, one of them beyond ASCII.
     */
    private static boolean hasRun(String content, int limit) {
        int length = content.length();
        for (int at = 0; at + 1 < length && limit < length; at += limit) {
            char c = content.charAt(at);
            char after = content.charAt(at + 1);
            if (c >= 0x80 || after >= 0x80) {
                return true;
            } else if ((c | 0x20) == (after | 0x20) && runLength(content, at) > limit) {
                return true;
            }
        }
        return false;
    }

    private static int runLength(String content, int at) {
        int folded = content.charAt(at) | 0x20;
        int start = at;
        while (start > 0 && isAlike(content.charAt(start - 1), folded)) {
            start--;
        }
        int end = at + 1;
        while (end < content.length() && isAlike(content.charAt(end), folded)) {
            end++;
        }
        return end - start;
    }

    /** Beyond ASCII there are letters that are the same as one of it in capitals: ſ and s. */
    private static boolean isAlike(char c, int folded) {
        return (c | 0x20) == folded || c >= 0x80;
    }

    private static void characters(String content, RepetitionRun run) {
        for (int start = 0; start < content.length();) {
            int end = ReadCharacter.end(content, start);
            if (content.charAt(start) == MASK) {
                run.end();
            } else {
                run.next(start, end, start, end);
            }
            start = end;
        }
        run.end();
    }

    private static void words(String content, RepetitionRun run) {
        int at = 0;
        while (at < content.length()) {
            int start = at;
            while (at < content.length() && !isSpace(content.charAt(at))) {
                at++;
            }
            if (at > start) {
                int from = start;
                int to = at;
                while (from < to && isPunctuation(content.charAt(from))) {
                    from++;
                }
                while (to > from && isPunctuation(content.charAt(to - 1))) {
                    to--;
                }
                if (from == to && content.charAt(start) == MASK) {
                    run.end();
                } else {
                    run.next(from < to ? from : start, from < to ? to : at, start, at);
                }
            }
            while (at < content.length() && isSpace(content.charAt(at))) {
                at++;
            }
        }
        run.end();
    }

    private static void lines(String content, RepetitionRun run) {
        for (int start = 0; start <= content.length();) {
            int newline = content.indexOf('\n', start);
            int end = newline < 0 ? content.length() : newline;
            int from = start;
            int to = end;
            while (from < to && isSpace(content.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(content.charAt(to - 1))) {
                to--;
            }
            run.next(from, to, Math.max(0, start - 1), end);
            start = end + 1;
        }
        run.end();
    }

    private static List<Match> merge(List<Match> some, List<Match> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        List<Match> merged = new ArrayList<>(some.size() + others.size());
        int other = 0;
        for (Match match : some) {
            while (other < others.size() && others.get(other).span().start() < match.span().start()) {
                merged.add(others.get(other++));
            }
            merged.add(match);
        }
        merged.addAll(others.subList(other, others.size()));
        return merged;
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || ((c < ' ' || c >= 0x7F) && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    private static boolean isPunctuation(char c) {
        return !(c >= 'a' && c <= 'z') && switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION ->
                true;
            default -> false;
        };
    }
}
