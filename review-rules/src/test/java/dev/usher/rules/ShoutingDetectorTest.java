// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ShoutingDetectorTest {
    private static final Detector SHOUTING = Rules.shouting(0.7, 10);

    @ParameterizedTest
    @ValueSource(strings = {"THIS IS SHOUTING", "THIS is NOT OK AT ALL", "ЭТО КРИК НА ВЕСЬ ЧАТ",
        "ΑΥΤΟ ΕΙΝΑΙ ΦΩΝΗ",
        "STOP 停 IT RIGHT NOW", "𝐓𝐇𝐈𝐒 𝐈𝐒 𝐒𝐇𝐎𝐔𝐓𝐈𝐍𝐆", "ＮＯ ＳＨＯＵＴＩＮＧ！！", "ABCDEFGabc"})
    void contentsInCapitalsAreFound(String content) {
        assertThat(SHOUTING.find(content)).singleElement().satisfies(
                match -> assertThat(match.kind()).isEqualTo("shouting"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GG WP LOL", "This is not shouting", "OMG that was a GREAT goal",
        "すごいゴールでした本当に最高",
        "مرحبا كيف حالك اليوم", "ᲒᲐᲛᲐᲠᲯᲝᲑᲐ", "1234567890 !!!!!!!!!!", "ABCDEFabcd", "ªªªªªªªªªªªªª"})
    void otherContentsPass(String content) {
        assertThat(SHOUTING.find(content)).isEmpty();
    }

    @Test
    void theFindGoesFromTheFirstCapitalToTheLast() {
        assertThat(Finds.texts(SHOUTING, "!! 𝐀 WHAT A GOAL ok")).containsExactly("𝐀 WHAT A GOAL");
    }

    @Test
    void aContentWithoutCapitalsIsNeverFound() {
        assertThat(Rules.shouting(0, 1).find("quiet")).isEmpty();
    }
}
