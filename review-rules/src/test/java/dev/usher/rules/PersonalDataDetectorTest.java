// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PersonalDataDetectorTest {
    private static final Detector ALL = Rules.personalData(PersonalDataOptions.ALL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            write to ann@example.com.|ann@example.com
            Ann.Lee+x_1@mail.example.co.uk, b@c.io|Ann.Lee+x_1@mail.example.co.uk,b@c.io
            ann (at) example.com ann[at]example[dot]com|ann (at) example.com,ann[at]example[dot]com
            ann at example dot com|ann at example dot com
            ann @ example.com ann@ example.com|ann @ example.com,ann@ example.com
            ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ|ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ
            a\u200Bnn@exa\u00ADmple.com|a\u200Bnn@exa\u00ADmple.com
            jürgen@müller.de|jürgen@müller.de
            0171234567@web.de|0171234567@web.de
            """)
    void emailIsFound(String content, String found) {
        assertFound("email", content, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            +44 20 7946 0958|+44 20 7946 0958
            call +442079460958!|+442079460958
            +44 (0)20 7946 0958 0044 20 7946 0958|+44 (0)20 7946 0958,0044 20 7946 0958
            (0171) 1234567 0171/1234567|(0171) 1234567,0171/1234567
            06 12 34 56 78 08452810075|06 12 34 56 78,08452810075
            (212) 555-0123 212-555-0123|(212) 555-0123,212-555-0123
            212.555.0123 1-800-555-0199|212.555.0123,1-800-555-0199
            2125550123 +1 (212) 555-0123|2125550123,+1 (212) 555-0123
            0171 1234567 10.30 ok|0171 1234567
            ０１７１ １２３４５６７|０１７１ １２３４５６７
            0️⃣1️⃣7️⃣1️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣|0️⃣1️⃣7️⃣1️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣
            ٠١٧١٢٣٤٥٦٧|٠١٧١٢٣٤٥٦٧
            """)
    void phonesAreFound(String content, String found) {
        assertFound("phone", content, found);
    }

    /** The numbers are those that the issuers publish for tests. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            4111 1111 1111 1111|4111 1111 1111 1111
            4111-1111-1111-1111 x|4111-1111-1111-1111
            378282246310005 5555555555554444|378282246310005,5555555555554444
            6011111111111117 30569309025904|6011111111111117,30569309025904
            3530111333300000 6200000000000005|3530111333300000,6200000000000005
            4111 1111 1111 1111 123|4111 1111 1111 1111
            """)
    void paymentCardsAreFound(String content, String found) {
        assertFound("payment-card", content, found);
    }

    /** The examples of the SWIFT registry. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            DE89 3704 0044 0532 0130 00|DE89 3704 0044 0532 0130 00
            my iban: GB29NWBK60161331926819.|GB29NWBK60161331926819
            no9386011117947|no9386011117947
            MT84MALT011000012345MTLCAST001S|MT84MALT011000012345MTLCAST001S
            FR14 2004 1010 0505 0001 3M02 606|FR14 2004 1010 0505 0001 3M02 606
            """)
    void bankAccountsAreFound(String content, String found) {
        assertFound("iban", content, found);
    }

    @Test
    void addressesOfMachinesAreFound() {
        assertFound("ip-address",
                "192.168.0.1, 2001:db8::8a2e:370:7334 fe80::1ff:fe23:4567:890a 2001:db8:0:0:1:0:0:1",
                "192.168.0.1,2001:db8::8a2e:370:7334,fe80::1ff:fe23:4567:890a,2001:db8:0:0:1:0:0:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@b", "@ann@example.social", "i am at example.com",
        "follow me @example.com",
        "$1,234,567.89", "3-2", "12.05.2024", "2024-11-23 10:30", "01.02.2024 03.04.2024", "01/02/2024 12:00",
        "1700000000", "1 000 000 000", "2500000000 views", "0.123456789", "€ 0123456789", "0123456789€",
        "10:20:30",
        "100-200-3000", "0000000000", "1 2 3 4 5 6 7 8 9 10", "0 1 2 3 4 5 6 7 8 9", "#2125550123",
        "score 212 555",
        "4111 1111 1111 1112", "4111111111111111111111111111", "DE88 3704 3144 3532 3130 31",
        "XX89 3704 3144 3532 3130 31", "DE12", "1.2.3.4", "v1.2.3.400", "10.0.100.1.5", "10:30:15",
        "dead::beef",
        "std::vector", "id 123456789012345678", "a1b2c3d4e5", "٠١٢"})
    void otherTextsPass(String content) {
        assertThat(Finds.kindsAndTexts(ALL, content)).isEmpty();
    }

    @Test
    void eachKindCanBeSwitchedOff() {
        String content = "ann@example.com +442079460958 4111111111111111 DE89370400440532013000 192.168.0.1";

        assertThat(Finds.kindsAndTexts(ALL, content)).containsExactly("email=ann@example.com",
                "phone=+442079460958",
                "payment-card=4111111111111111", "iban=DE89370400440532013000", "ip-address=192.168.0.1");
        assertThat(Finds.kindsAndTexts(Rules.personalData(
                new PersonalDataOptions(false, true, false, false, false)), content))
                .containsExactly("phone=+442079460958");
        assertThat(
                Rules.personalData(new PersonalDataOptions(false, false, false, false, false)).find(content))
                .isEmpty();
    }

    private static void assertFound(String kind, String content, String found) {
        assertThat(Finds.kindsAndTexts(ALL, content)).isEqualTo(
                Arrays.stream(found.split(",")).map(text -> kind + "=" + text).toList());
    }
}
