// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class LinkDetectorTest {
    private static final Detector LINKS = Rules.links(LinkOptions.ALL);

    /** The content, and the parts of it that are links, with spaces between them written as two. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            see https://example.com/a?b=c#d now|https://example.com/a?b=c#d
            http://localhost:8080/x|http://localhost:8080/x
            http://user:pw@evil.test/p|http://user:pw@evil.test/p
            here...https://example.com|https://example.com
            http//www.example.com and https:/example.com|http//www.example.com  https:/example.com
            hxxp://evil[.]com|hxxp://evil[.]com
            steam://run/1|steam://run/1
            EXAMPLE.COM and Example.org|EXAMPLE.COM  Example.org
            www.example and www.a.b.|www.example  www.a.b
            shop.example.co.uk!|shop.example.co.uk
            goo.gl\\BxrOSR|goo.gl\\BxrOSR
            example.com?n=QJKG|example.com?n=QJKG
            is it example.com?|example.com
            example.com:8080/x and example.com:|example.com:8080/x  example.com
            (see https://en.wikipedia.org/wiki/Foo_(bar)).|https://en.wikipedia.org/wiki/Foo_(bar)
            *evil.com* _evil.com_ "evil.com" evil.com's|evil.com  evil.com  evil.com  evil.com
            evil.com-free evil.com.Then click|evil.com  evil.com
            @evil.com and hi@ evil.com|evil.com  evil.com
            ann@evil.com/path|evil.com/path
            evil.com,other.net|evil.com  other.net
            """)
    void linksAreFoundAsTheyAreWritten(String content, String links) {
        assertThat(Finds.texts(LINKS, content)).isEqualTo(parts(links));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            t.me/ann bit.ly/x youtu.be/abc discord.gg/abc|t.me/ann  bit.ly/x  youtu.be/abc  discord.gg/abc
            adf.ly and t.me|adf.ly  t.me
            example.it/x and shop.example.it|example.it/x  shop.example.it
            m.example.live|m.example.live
            example.so:8080|example.so:8080
            www.example.me|www.example.me
            staff.nus.ac.in|staff.nus.ac.in
            """)
    void aTopLevelDomainThatIsAWordNeedsAFurtherSign(String content, String links) {
        assertThat(Finds.texts(LINKS, content)).isEqualTo(parts(links));
    }

    @ParameterizedTest
    @ValueSource(strings = {"e.g.this", "3.5", "node.js", "hello.my name is", "ok.so", "v1.2.3", "10.30pm",
        "...lol", "readme.md main.py run.sh a.zip lib.rs", "U.S.A. U.S. Ph.D. a.m. p.m. 5.am",
        "I met him.Online he is nice", "Nice.nice.how is it", "i.love.you so.much.fun right.here.now",
        "close one.gg well played", "ann@example.com and ann.lee+x@mail.example.co.uk", "asp.net and vb.net",
        "the dot com bubble", "polka dot net", "non so. com certeza", "his/hers yes.no", "10:30:15 and 3:2",
        "std::vector dead::beef", "1.2.3.4 and 999.1.1.1 and 17.0.100.1.2", "http:// and www. and ://",
        "今天。中国", "col·lecció", "1,000.50 and 2.IM", "", " ", ".", "..", "a.", ".com", "@", "://", "[.]"})
    void wordsNumbersAndAddressesOfMailAreNoLinks(String content) {
        assertThat(Finds.texts(LINKS, content)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            go to example dot com now|example dot com
            example (.) com, example[dot]com|example (.) com  example[dot]com
            example{.}com example (dot) me|example{.}com  example (dot) me
            example punkt de and ejemplo punto com|example punkt de  ejemplo punto com
            marketglory . com/strategy|marketglory . com/strategy
            tv. mtvema. com/vote|tv. mtvema. com/vote
            http://doit. mymoby. tv/ to collect|http://doit. mymoby. tv/
            http : // evil . com|http : // evil . com
            discord . gg / abc|discord . gg / abc
            discord dot gg slash abc|discord dot gg slash abc
            discord,gg/abc discord gg/abc|discord,gg/abc  discord gg/abc
            exampledotcom example-dot-com|exampledotcom  example-dot-com
            example.c0m|example.c0m
            """)
    void disguisesAreFoundWhole(String content, String links) {
        assertThat(Finds.texts(LINKS, content)).isEqualTo(parts(links));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ex\u200Bam\u00ADple\u2060.\uFEFFcom", "example。com", "example．com",
        "example｡com",
        "example․com", "example·com", "ｅｘａｍｐｌｅ．ｃｏｍ", "ｈｔｔｐ：／／ｅｘａｍｐｌｅ．ｃｏｍ／ｘ", "𝐞𝐱𝐚𝐦𝐩𝐥𝐞.𝐜𝐨𝐦",
        "ⓔⓧⓐⓜⓟⓛⓔ.ⓒⓞⓜ", "🄴🅇🄰🄼🄿🄻🄴.🄲🄾🄼", "ᴇxᴀᴍᴘʟᴇ.ᴄᴏᴍ", "e\u0336x\u0336a\u0336mple.c\u0336om",
        "ехample.соm",
        "example.cοm", "пример.рф", "bücher.example", "xn--e1afmkfd.xn--p1ai", "xn--bcher-kva.so"})
    void otherScriptsLookAlikesAndTheUnseenAreFoundWhole(String content) {
        String shown = content.replace("bücher.example", "bücher.de");

        assertThat(Finds.texts(LINKS, "see " + shown + " now")).containsExactly(shown);
    }

    @Test
    void addressesOfMachinesAreLinks() {
        assertThat(Finds.texts(LINKS, "192.168.0.1 85.214.12.3 1.2.3.4:25565 2001:db8::1 [2001:db8::1]:80/x"))
                .containsExactly("192.168.0.1", "85.214.12.3", "1.2.3.4:25565", "2001:db8::1",
                        "[2001:db8::1]:80/x");
    }

    @Test
    void disguisesAreLeftAloneWhereTheOptionsSaySo() {
        Detector plain = Rules.links(new LinkOptions(List.of(), List.of(), true, false, List.of()));

        assertThat(Finds.texts(plain, "example dot com, example[.]com, example.com, http://a.b"))
                .containsExactly("example.com", "http://a.b");
    }

    @Test
    void aBareTldNeedsNoFurtherSign() {
        Detector italian = Rules.links(new LinkOptions(List.of(), List.of(), true, true, List.of("it")));

        assertThat(Finds.texts(italian, "esempio.it ok.so")).containsExactly("esempio.it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"youtube.com", "www.youtube.com/watch?v=1", "https://m.YouTube.com:443/x#y",
        "ｙｏｕｔｕｂｅ.com", "youtube dot com", "bücher.de", "xn--bcher-kva.de/x",
        "youtube.com/@ann.tv/Amazon.com"})
    void anAllowedDomainExcusesItsLinksAndThoseOfItsSubdomains(String content) {
        assertThat(Finds.texts(Rules.links(LinkOptions.ALL.allowing("youtube.com", "bücher.de")), content))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            youtube.com evil.com|evil.com
            youtube.com,evil.com|evil.com
            youtube.com/,evil.com|evil.com
            youtube.com/?u=evil.com|evil.com
            youtube.com/x?u=http://evil.test/y|http://evil.test/y
            evil.com/youtube.com|evil.com/youtube.com
            youtube.com.evil.com|youtube.com.evil.com
            notyoutube.com|notyoutube.com
            http://youtube.com@evil.com/|http://youtube.com@evil.com/
            http://evil.com\\@youtube.com/|http://evil.com\\@youtube.com/
            yоutube.com|yоutube.com
            """)
    void anAllowedDomainExcusesNoOtherLink(String content, String links) {
        assertThat(Finds.texts(Rules.links(LinkOptions.ALL.allowing("youtube.com")), content))
                .isEqualTo(parts(links));
    }

    @Test
    void aMarkMakesAnotherDomain() {
        assertThat(Finds.texts(Rules.links(LinkOptions.ALL.allowing("youtube.com")), "y\u0323outube.com"))
                .hasSize(1);
    }

    @Test
    void ofBothListsTheLongerDomainDecides() {
        Detector both = Rules.links(LinkOptions.ALL.allowing("example.com", "good.bad.org")
                .denying("evil.example.com", "bad.org"));

        assertThat(Finds.texts(both, "example.com a.evil.example.com bad.org good.bad.org"))
                .containsExactly("a.evil.example.com", "bad.org");
    }

    @Test
    void onlyTheDeniedAreFoundWhereTheOthersPass() {
        Detector denied = Rules.links(LinkOptions.ALL.denying("bad.org", "ok.so").onlyDenied());

        assertThat(Finds.texts(denied,
                "http://good.com/x x.bad.org bad [.] org ok.so http://youtube.com@bad.org"))
                .containsExactly("x.bad.org", "bad [.] org", "ok.so", "http://youtube.com@bad.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "example", "example.com/x", ".com", "a..b", "", "a b.com",
        "*.com"})
    void whatIsNoDomainIsRefused(String domain) {
        assertThatThrownBy(() -> LinkOptions.ALL.allowing(domain))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no domain");
    }

    private static List<String> parts(String links) {
        return Arrays.asList(links.split("  (?=\\S*[^ ])"));
    }
}
