// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class TermMatcherTest {
    private static TermMatcher of(String... words) {
        return TermMatcher.builder().words(List.of(words)).build();
    }

    private static String found(TermMatcher matcher, String content) {
        StringBuilder found = new StringBuilder();
        for (TermHit hit : matcher.find(content)) {
            found.append(found.isEmpty() ? "" : "|").append(content, hit.start(), hit.end());
        }
        return found.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wobble", "WoBBLe", "w0bble", "w0bb13", "woooobble", "wwoobbbbllee",
        "w o b b l e",
        "w.o.b.b.l.e", "wob.ble", "wobb_le", "wo bble", "wob\u200Bble", "wоЬЬӏе", "ωοββlε", "ｗｏｂｂｌｅ",
        "𝔴𝔬𝔟𝔟𝔩𝔢", "ⓦⓞⓑⓑⓛⓔ",
        "ᴡᴏʙʙʟᴇ", "ŵöḃḃļè", "w\u0300o\u0301b\u0302b\u0303l\u0304e", "w*bble", "w#bble", "w.bble",
        "xXwobbleXx",
        "wobble123", "mrwobble", "_wobble_", "wobbel"})
    void aDisguiseIsSeenThrough(String disguised) {
        assertThat(found(of("wobble"), "so " + disguised + " there")).as(disguised).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wobbl", "obble", "wobblegong wonders", "two bblers", "two b bles", "wibble",
        "w* bble"})
    void whatIsNotTheWordIsLeftAlone(String harmless) {
        assertThat(found(of("wobble"), harmless)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fen,offensive", "fen,f e n c e", "rape,g r a p e", "rape,ｇｒａｐｅ", "rape,9r4p3",
        "cat,c.a.t.c.h", "good,god",
        "ass,as soon", "ban,urban", "the,t*heory", "pen,the end of pencil"})
    void anOrdinaryWordThatHoldsATermIsLeftAlone(String term, String harmless) {
        assertThat(found(of(term), harmless)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cum,document", "ass,class", "ass,cl@ss", "rape,grape", "rape,d r a p e"})
    void anOwnTermIsExcusedByTheWordsThatHoldIt(String term, String harmless) {
        assertThat(found(of(term), harmless)).isEmpty();
        assertThat(found(of(term), harmless + ", " + term)).isEqualTo(term);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w****e", "w***le", "w*bble"})
    void anOwnTermIsReadBehindStarsAsABuiltInOneIs(String masked) {
        assertThat(found(of("wobble"), "so " + masked + " there")).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"word,word,word", "word,words,''", "word,sword,''", "word*,wordsmith,wordsmith",
        "word*,sword,''", "*word,sword,sword", "*word*,swordfish,swordfish", "=word,WORD,WORD",
        "=word,w0rd,''",
        "=word,woord,''", "two words,two  words,two  words", "two words,twowords,twowords",
        "two words,two of words,''",
        "88,88,88", "88,188,''", "88,bb,''", "1488,'x 1488!',1488", "=1488,' 1488!! ',1488",
        "=1488,join #1488 now,1488", "=1488,it costs 1488,''", "=1488,1488 people,''", "=1488,1488 1489,''"})
    void theSyntaxOfATermSaysWhereItMatches(String term, String content, String expected) {
        String found = found(of(term), content);

        assertThat(found.isEmpty()).as(found).isEqualTo(expected.isEmpty());
    }

    @Test
    void anAllowedTermExcusesItsOwnSpanAlone() {
        TermMatcher matcher = TermMatcher.builder().words(List.of("*wobble*")).allow(List.of("wobbleton"))
                .build();

        assertThat(found(matcher, "in wobbleton")).isEmpty();
        assertThat(found(matcher, "in wobbleton wobble")).isEqualTo("wobble");
        assertThat(found(matcher, "wobbletons")).isNotEmpty();
    }

    @Test
    void aSpanIsThatOfWhatWasTyped() {
        TermMatcher matcher = of("wobble");

        assertThat(found(matcher, "a 𝔴𝔬𝔟𝔟𝔩𝔢 b")).isEqualTo("𝔴𝔬𝔟𝔟𝔩𝔢");
        assertThat(found(matcher, "a w\u0300o\u0301bble\u0302 b")).isEqualTo("w\u0300o\u0301bble\u0302");
        assertThat(found(matcher, "😀wobble😀")).isEqualTo("wobble");
        assertThat(found(matcher, "שלום wobble שלום")).isEqualTo("wobble");
        assertThat(found(matcher, "w.o.b.b.l.e, w o b b l e")).isEqualTo("w.o.b.b.l.e|w o b b l e");
    }

    @Test
    void scriptsWithoutSpacesMatchInsideALine() {
        assertThat(found(of("傻逼"), "你他妈的傻逼吗")).isEqualTo("傻逼");
        assertThat(found(of("씨발"), "씨발새끼")).isEqualTo("씨발");
        assertThat(found(of("โง่"), "คุณโง่มาก")).isEqualTo("โง่");
    }

    @ParameterizedTest
    @CsvSource({"сука,с у к а", "сука,СУКА", "αρχίδι,ΑΡΧΊΔΙ", "शब्द,शब्द", "كلمة,كَلِمة", "ニガー,ニガー"})
    void termsOfOtherScriptsAreFound(String term, String content) {
        assertThat(found(of(term), content)).isEqualTo(content);
    }

    @Test
    void severityAndCategoryChooseFromAList() {
        assertThat(TermMatcher.builder().minSeverity(1).list("en").build().find("damn")).hasSize(1);
        assertThat(TermMatcher.builder().list("en").build().find("damn")).isEmpty();
        assertThat(TermMatcher.builder().list("en/slur").build().find("shit")).isEmpty();
        assertThatThrownBy(() -> TermMatcher.builder().list("tlh"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("tlh");
        assertThatThrownBy(() -> TermMatcher.builder().list("en/weather"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("weather");
    }

    @Test
    void anExplanationNamesCandidateAndReason() {
        List<Candidate> candidates = TermMatcher.builder().list("en").build().explain("classic");

        assertThat(candidates).extracting(Candidate::term).contains("ass");
        assertThat(candidates).extracting(Candidate::decision).containsOnly(Decision.PART_OF_A_LONGER_WORD);
        assertThat(of("wobble").fold("Ｗ\u200B0ᵇble!")).isEqualTo("wobblei");
    }
}
