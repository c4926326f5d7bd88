// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.util.List;

/** Texts that cost a careless detector most when they are repeated. This list only grows. */
final class Hostile {
    static final List<String> PARTS = List.of("a", " ", ".", "@", "-", "/", ":", "(", "[", "1", "0", "+",
            "\n", "a.", "a.a",
            "a ", "a. ", "a . ", "a,", "a-", "_", ".com", "a.com", "a.com.", "a.com,", "a.com/", "a.com/,",
            "a.com ", "a.com?",
            "http://", "http:", "http://a", "http://a/", "http://a.com@", "a@", "@a", "a@a.", "a@a.com",
            "a@a.com@", "x@a.",
            "dot ", "a dot ", " dot com", "a dot com ", "a(.)", "a (dot) ", "[.]", "www.", "www.a.", "1.",
            "1.1.1.1.", "1 ", "1-",
            "12 34 ", "0171 ", "4111 1111 ", "4111-", "+1", "(1)", "DE89", "de89 3704 ", "a:", "f:", "fe80:",
            "2001:db8:", "::",
            "\u0301", "a\u0301", "\u200B", "a\u200B", "\u200D", "😀", "😀\u200D", "🇩", "👍🏽",
            "🏴\uDB40\uDC67", "1\uFE0F\u20E3", "\uD83D",
            "A", "ß", "中", "中。", "क्", "xn--a.", "xn--a", "a at ", "(at)", "a(at)a.", "t.me/", "discord gg/",
            "a\n", "()", ")(",
            "a.com/)", "a.com/(", "%", "a%", "a+", "slash ", "a dot com slash ", "a.b.c.so.", "bb.cc.so ");

    private Hostile() {}
}
