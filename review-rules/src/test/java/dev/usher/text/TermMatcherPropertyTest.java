// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Laws that hold for any text; a failure prints its seed. */
final class TermMatcherPropertyTest {
    private static final int ROUNDS = 4_000;
    private static final String[] PIECES = {"wobble", "w0bble", "w*bble", "wo bble", "as", "s", " ", ".", "!",
        "|", "1",
        "\u200B", "\u0301", "😀", "👩‍👩‍👧", "\uD800", "\uDC00", "η", "ﷺ", "ﬁ", "م", "傻逼", "नमस्ते", "ñ",
        "@", "$$", "_",
        "🇺🇸", "𝔴", "\uFEFF", "\n", "'", "bb", "le"};

    private final TermMatcher matcher = TermMatcher.builder().list("en").list("zh")
            .words(List.of("wobble", "*frob*", "two words", "88", "=exact")).allow(List.of("wobble town"))
            .build();

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(8) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    @Test
    void everyCodePointFolds() {
        FoldedText text = new FoldedText(TextTables.shipped().fold);
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String one = new StringBuilder("a").appendCodePoint(codePoint).append('b').toString();
            text.fill(one);

            assertThat(text.start(text.units - 1)).as("after U+%04X", codePoint).isEqualTo(one.length() - 1);
        }
    }

    @Test
    void spansAreInOrderAndHoldWholeCharacters() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            String content = text(new Random(seed), 24);
            int at = 0;
            for (TermHit hit : matcher.find(content)) {
                assertThat(hit.start()).as("seed %s", seed).isGreaterThanOrEqualTo(at);
                assertThat(hit.end()).as("seed %s", seed).isGreaterThan(hit.start())
                        .isLessThanOrEqualTo(content.length());
                assertThat(splits(content, hit.start()) || splits(content, hit.end())).as("seed %s", seed)
                        .isFalse();
                at = hit.end();
            }
        }
    }

    private static boolean splits(String content, int at) {
        return at > 0 && at < content.length() && Character.isHighSurrogate(content.charAt(at - 1))
                && Character.isLowSurrogate(content.charAt(at));
    }

    @Test
    void neutralTextAroundAMessageChangesNoHit() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            String content = text(new Random(seed), 12).strip();
            String before = "hello there everyone, ";
            List<TermHit> moved = new ArrayList<>();
            for (TermHit hit : matcher.find(content)) {
                moved.add(new TermHit(hit.start() + before.length(), hit.end() + before.length(),
                        hit.category(),
                        hit.severity()));
            }

            assertThat(matcher.find(before + content + ", see you later")).as("seed %s: %s", seed, content)
                    .isEqualTo(moved);
        }
    }

    @Test
    void aMatcherRemembersNothingOfTheMessageBefore() {
        for (int seed = 0; seed < 500; seed++) {
            String content = text(new Random(seed), 30);
            TermMatcher fresh = TermMatcher.builder().list("en").build();
            TermMatcher used = TermMatcher.builder().list("en").build();
            used.find(text(new Random(seed + 1), 60));

            assertThat(used.find(content)).as("seed %s", seed).isEqualTo(fresh.find(content));
        }
    }
}
