// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.rules.TopLevelDomains.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class TopLevelDomainsTest {
    private static final String[] NAMES = TopLevelDomains.NAMES.split("[ \n]");

    @Test
    void namesAreSortedAndDistinct() {
        for (int i = 1; i < NAMES.length; i++) {
            assertThat(plain(NAMES[i])).isGreaterThan(plain(NAMES[i - 1]));
        }
    }

    @Test
    void everyNameIsFoundWithItsKind() {
        assertThat(NAMES).hasSizeGreaterThan(1400);
        for (String name : NAMES) {
            assertThat(TopLevelDomains.kind(plain(name))).as(name)
                    .isEqualTo(name.endsWith("?") ? Kind.WORD : Kind.PLAIN);
        }
    }

    @Test
    void nothingElseIsFound() {
        for (String name : NAMES) {
            assertThat(TopLevelDomains.kind(plain(name) + "0")).isEqualTo(Kind.NONE);
        }
        for (String other : new String[]{"", "?", "com?", "js", "\uD800", "a".repeat(1000), "\uFFFF", " ",
            "com net"}) {
            assertThat(TopLevelDomains.kind(other)).as(other).isEqualTo(Kind.NONE);
        }
    }

    private static String plain(String name) {
        return name.endsWith("?") ? name.substring(0, name.length() - 1) : name;
    }
}
