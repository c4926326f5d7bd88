// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.113.7", "203.0.113.7/24, 203.0.113.0/24", "0.0.0.0/0, 0.0.0.0/0",
        "10.1.2.3/32, 10.1.2.3", "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
        "2001:db8:ffff::/32, 2001:db8:0:0:0:0:0:0/32",
        "::, 0:0:0:0:0:0:0:0", "::1, 0:0:0:0:0:0:0:1", "1::, 1:0:0:0:0:0:0:0",
        "::ffff:192.0.2.1, 192.0.2.1", "::ffff:192.0.2.1/120, 192.0.2.0/24", "::/0, 0:0:0:0:0:0:0:0/0"})
    void aRangeIsReadAndWrittenInOneWay(String text, String written) {
        assertThat(AddressRange.parse(text)).hasToString(written);
        assertThat(AddressRange.parse(written)).isEqualTo(AddressRange.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4/33", "1.2.3.4/",
        "1.2.3.4/-1", "1.2.3.4/08", ":", ":::", "1:2", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:", "1::2::3",
        "g::",
        "12345::", "::1.2.3", "1.2.3.4::", "::/129", "example.com", "1.2.3.٤", "::٤"})
    void whatIsNoAddressIsNone(String text) {
        assertThat(AddressRange.read(text)).isNull();
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected an IP address or a range");
    }

    @Test
    void everyAddressReadsAsJavaReadsIt() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            if (bytes.length == 16 && random.nextBoolean()) {
                java.util.Arrays.fill(bytes, 2, 12, (byte) 0);
            }
            String text = InetAddress.getByAddress(bytes).getHostAddress();

            assertThat(AddressRange.parse(text)).hasToString(text);
        }
    }

    @Test
    void anIpv4NetworkIsCountedAsIpv4Does() {
        assertThat(AddressRange.parse("203.0.113.7").network(24, 64)).hasToString("203.0.113.0/24");
        assertThat(AddressRange.parse("2001:db8:1:2:3::4").network(24, 64))
                .hasToString("2001:db8:1:2:0:0:0:0/64");
    }
}
