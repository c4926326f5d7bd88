// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import dev.usher.review.Message;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every detector, whatever the content. The seed is fixed; a failure names the content. */
final class DetectorPropertiesTest {
    private static final int CONTENTS = 3000;

    private static final Map<String, Detector> DETECTORS = Map.ofEntries(
            Map.entry("emoji", Rules.emoji(new EmojiOptions(2, 0.4, 3))),
            Map.entry("length", Rules.length(20)),
            Map.entry("links", Rules.links(LinkOptions.ALL.allowing("a.com", "пример.рф").denying("b.com"))),
            Map.entry("links-denied", Rules.links(LinkOptions.ALL.denying("a.com").onlyDenied())),
            Map.entry("mentions", Rules.mentions(1)),
            Map.entry("patterns", Rules.patterns(List.of("[ab]+", "\\p{L}{2,5}", ".\\d|x*"), true)),
            Map.entry("personal-data", Rules.personalData(PersonalDataOptions.ALL)),
            Map.entry("repetition", Rules.repetition(new RepetitionOptions(2, 1, 1))),
            Map.entry("scripts", Rules.scripts(Set.of(UnicodeScript.LATIN))),
            Map.entry("shouting", Rules.shouting(0.5, 3)), Map.entry("zalgo", Rules.zalgo(2, true)));

    /** Texts that detectors look for, to be cut and mixed. */
    private static final String[] PARTS = {"http://", "www.", ".com", "a.com", "b.com", "пример.рф", "@",
        "ann@b.com",
        " dot ", "(.)", "[dot]", "t.me/", "discord gg/", ":", "//", "\\", "1.2.3.100", "2001:db8::1", "[",
        "]", "+44",
        "0171", "4111 1111 1111 1111", "DE89", "3704 0044 0532 0130 00", " ", "\n", "\r\n", "\t", "a", "A",
        "AAAA", "ss",
        "ß", "İ", "é", "e\u0301", "\u0301\u0301\u0301", "\u200B", "\u200D", "\uFE0F", "\u20E3", "1", "#",
        "😀",
        "👨‍👩‍👧", "👍🏽", "🇩", "🇩🇪", "\uD83D", "\uDE00", "\uDB40", "𝐚", "ｗ", "。", "․", "中国", "कि",
        "xn--", "xn--p1ai", "-", "_",
        ",", ".", "..", "com", "dot", "slash", "/", "?", "(", ")", "\u0000", "\uFFFF", "\u202E", "߀", "𞥐"};

    static List<String> names() {
        return DETECTORS.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void findsAscendLieInTheContentAndCutNoCodePoint(String name) {
        Random random = new Random(name.hashCode());
        for (int i = 0; i < CONTENTS; i++) {
            String content = i % 3 == 0 ? codePoints(random) : parts(random);
            int last = 0;
            for (Match match : detector(name).find(content)) {
                int start = match.span().start();
                int end = match.span().end();
                assertThat(start).as(content).isBetween(last, content.length());
                assertThat(end).as(content).isBetween(start + 1, content.length());
                assertThat(splitsPair(content, start) || splitsPair(content, end)).as(content).isFalse();
                assertThat(match.kind()).matches("[a-z]+(-[a-z]+)*");
                last = start;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMaskedContentIsNeverLongerAndARemovedPartIsGone(String name) {
        Random random = new Random(name.length());
        for (int i = 0; i < CONTENTS / 3; i++) {
            String content = parts(random);
            List<Match> matches = detector(name).find(content);
            String masked = Masking.mask(content, matches);
            assertThat(masked.codePointCount(0, masked.length())).as(content)
                    .isLessThanOrEqualTo(content.codePointCount(0, content.length()));
            assertThat(Masking.remove(content, matches).length()).as(content)
                    .isLessThanOrEqualTo(content.length() - longest(matches));
            if (!matches.isEmpty()) {
                assertThat(Action.annotate("a").apply(Message.of(content), matches).matches())
                        .isEqualTo(matches);
            }
        }
    }

    /** For those that read the content itself: a quadratic walk would not end before the time-out, a linear one at once. */
    @ParameterizedTest
    @ValueSource(strings = {"emoji", "length", "patterns", "repetition", "scripts", "shouting", "zalgo"})
    @Timeout(120)
    void hugeContentsAreAnswered(String name) {
        for (String part : Hostile.PARTS) {
            String content = part.repeat(300_000 / part.length());

            assertThat(detector(name).find(content).size()).isLessThanOrEqualTo(content.length());
        }
    }

    /** Counts how often a character of the text is looked at: twice the text may cost twice the looks, not more. */
    @ParameterizedTest
    @MethodSource("readers")
    void looksGrowNoFasterThanTheContent(Reader reader) {
        for (String part : Hostile.PARTS) {
            long once = looks(reader, part, 4_000);
            long twice = looks(reader, part, 8_000);

            assertThat(twice).as(part).isLessThan(once * 5 / 2 + 1_000);
            assertThat(twice).as(part).isLessThan(8_000L * 300);
        }
    }

    static List<Reader> readers() {
        LinkDetector links = new LinkDetector(LinkOptions.ALL);
        LinkDetector allowed = new LinkDetector(LinkOptions.ALL.allowing("a.com", "b.com").denying("c.org"));
        PersonalDataDetector personalData = new PersonalDataDetector(PersonalDataOptions.ALL);
        return List.of(new Reader("links", links::find), new Reader("links, allowed", allowed::find),
                new Reader("personal-data", personalData::find),
                new Reader("mentions", new MentionDetector(0)::find));
    }

    record Reader(String name, Function<VisibleText, List<Match>> find) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static long looks(Reader reader, String part, int length) {
        CountingText text = new CountingText(part.repeat(length / part.length()));
        assertThat(reader.find().apply(text)).isNotNull();
        return text.looks;
    }

    private static final class CountingText extends VisibleText {
        private long looks;

        CountingText(String content) {
            super(content);
        }

        @Override
        int at(int index) {
            looks++;
            return super.at(index);
        }
    }

    private static Detector detector(String name) {
        return Objects.requireNonNull(DETECTORS.get(name), name);
    }

    private static int longest(List<Match> matches) {
        int longest = 0;
        for (Match match : matches) {
            longest = Math.max(longest, match.span().length());
        }
        return longest;
    }

    private static boolean splitsPair(String content, int at) {
        return at > 0 && at < content.length() && Character.isHighSurrogate(content.charAt(at - 1))
                && Character.isLowSurrogate(content.charAt(at));
    }

    private static String codePoints(Random random) {
        StringBuilder content = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            int range = random.nextInt(5);
            content.appendCodePoint(random.nextInt(range == 0 ? 0x80
                    : range == 1 ? 0x800
                            : range == 2 ? 0x3000
                                    : range == 3 ? 0x10000 : Character.MAX_CODE_POINT + 1));
        }
        return content.toString();
    }

    private static String parts(Random random) {
        StringBuilder content = new StringBuilder();
        for (int length = random.nextInt(14); length > 0; length--) {
            String part = PARTS[random.nextInt(PARTS.length)];
            int from = random.nextInt(4) == 0 ? random.nextInt(part.length()) : 0;
            content.append(part, from, part.length());
        }
        return content.toString();
    }
}
