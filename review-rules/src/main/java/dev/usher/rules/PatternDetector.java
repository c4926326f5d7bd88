// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.usher.review.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what regular expressions match, in the content as it was written. RE2/J walks the content once for each find,
 * so finds are counted; patterns are short and their repetitions few, because its time grows with those too.
 */
final class PatternDetector implements Detector {
    private static final int LONGEST_PATTERN = 500;
    private static final int MOST_REPEATS = 1000;
    private static final int MOST_FINDS = 64;

    private final List<Pattern> patterns = new ArrayList<>();

    PatternDetector(List<String> patterns, boolean ignoreCase) {
        for (String pattern : patterns) {
            this.patterns.add(compile(pattern, ignoreCase));
        }
    }

    @Override
    public List<Match> find(String content) {
        List<Match> matches = new ArrayList<>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(content);
            for (int finds = 0; finds < MOST_FINDS && matcher.find(); finds++) {
                if (matcher.end() > matcher.start()) {
                    matches.add(new Match(matcher.start(), matcher.end(), "pattern"));
                }
            }
        }
        if (patterns.size() > 1) {
            matches.sort(BY_START);
        }
        return matches;
    }

    private static final Comparator<Match> BY_START = new Comparator<>() {
        @Override
        public int compare(Match one, Match other) {
            return Integer.compare(one.span().start(), other.span().start());
        }
    };

    private static Pattern compile(String pattern, boolean ignoreCase) {
        if (pattern.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException(
                    "a pattern of " + pattern.length() + " characters, at most " + LONGEST_PATTERN);
        }
        if (repeats(pattern) > MOST_REPEATS) {
            throw new IllegalArgumentException(
                    "repetitions such as {1,20} that multiply to more than " + MOST_REPEATS);
        }
        try {
            return Pattern.compile(pattern, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException fault) {
            throw new IllegalArgumentException(
                    "no pattern of RE2, which has no look-around and no back-references: "
                            + fault.getDescription() + " at \"" + fault.getPattern() + "\"",
                    fault);
        } catch (StackOverflowError tooDeep) {
            throw new IllegalArgumentException("a pattern nested too deep", tooDeep);
        }
    }

    /** The product of the greatest numbers in braces, as if all of them were nested. */
    private static long repeats(String pattern) {
        long product = 1;
        for (int at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', at + 1)) {
            long number = 0;
            long greatest = 1;
            boolean named = at > 1 && "pPx".indexOf(pattern.charAt(at - 1)) >= 0
                    && pattern.charAt(at - 2) == '\\';
            for (int i = at + 1; !named && i < pattern.length() && pattern.charAt(i) != '}'; i++) {
                char c = pattern.charAt(i);
                number = c >= '0' && c <= '9' ? Math.min(10 * number + c - '0', MOST_REPEATS + 1L) : 0;
                greatest = Math.max(greatest, number);
            }
            product = Math.min(product * greatest, MOST_REPEATS + 1L);
        }
        return product;
    }
}
