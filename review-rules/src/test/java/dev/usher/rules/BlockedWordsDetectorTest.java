// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class BlockedWordsDetectorTest {
    @Test
    void aFindSaysCategoryAndSeverityAndNeverTheTerm() {
        assertThat(Rules.blockedWords(BlockedWords.ENGLISH).find("what the f.u.c.k"))
                .containsExactly(new Match(9, 16, "profanity-2"));
        assertThat(Rules.blockedWords(BlockedWords.ENGLISH.withLists().withWords("wobble")).find("wobble"))
                .containsExactly(new Match(0, 6, "own-3"));
    }

    @Test
    void aMaskMayLeaveTheFirstCharacter() {
        Detector detector = Rules.blockedWords(BlockedWords.ENGLISH.keepingFirstLetters());

        assertThat(Masking.mask("oh s\u0301hit", detector.find("oh s\u0301hit"))).isEqualTo("oh s\u0301***");
        assertThat(Masking.mask("𝔰𝔥𝔦𝔱!", detector.find("𝔰𝔥𝔦𝔱!"))).isEqualTo("𝔰***!");
    }

    @Test
    void listsFilesAndAllowedTermsComeTogether() {
        Detector detector = Rules.blockedWords(BlockedWords.ENGLISH.withFiles("[brand 2]\nfrobnicate*\n")
                .allowing("holy shit"));

        assertThat(detector.find("frobnicated")).extracting(Match::kind).containsExactly("brand-2");
        assertThat(detector.find("holy shit")).isEmpty();
        assertThat(detector.find("shit")).hasSize(1);
    }

    @Test
    void aSeverityIsOneToThree() {
        assertThatThrownBy(() -> BlockedWords.ENGLISH.withMinSeverity(4)).hasMessageContaining("1, 2 or 3");
    }
}
