// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.util.Set;

/** What is known of hosts beyond the top-level domains. */
final class LinkHosts {
    /** Hosts that people link to, under top-level domains that are words too. */
    private static final Set<String> KNOWN = Set.of("adf.ly", "aka.ms", "amzn.to", "bit.ly", "buff.ly",
            "cutt.ly", "dis.gd", "discord.gg", "dsc.gg", "fb.me", "feds.lol", "git.io", "goo.gl",
            "guilded.gg",
            "guns.lol", "ift.tt", "invite.gg", "is.gd", "line.me", "lnkd.in", "m.me", "op.gg", "ow.ly",
            "paypal.me",
            "pin.it", "rb.gy", "redd.it", "s.id", "spoti.fi", "t.co", "t.me", "telegram.me", "throne.me",
            "tiny.cc",
            "trib.al", "tinyurl.com", "twitch.tv", "u.to", "v.gd", "wa.me", "wp.me", "youtu.be");

    /** Second-level domains under which names are given out. */
    private static final Set<String> SECOND_LEVEL = Set.of("ac", "co", "com", "edu", "gov", "net", "org");

    /** Names that stand before a domain and begin no sentence. */
    private static final Set<String> SUBDOMAINS = Set.of("api", "app", "blog", "cdn", "en", "m", "mail",
            "play", "shop",
            "store", "web");

    /** Technologies that are written like a host. */
    private static final Set<String> NO_HOSTS = Set.of("ado.net", "asp.net", "ml.net", "vb.net");

    /** Words before "dot com" that speak of dots, and not of a host. */
    private static final Set<String> ARTICLES = Set.of("a", "an", "and", "any", "asp", "black", "every",
            "first",
            "in", "is", "it", "just", "my", "no", "of", "one", "or", "our", "polka", "red", "some", "that",
            "the",
            "their", "this", "to", "was", "with", "your");

    private LinkHosts() {}

    static boolean isKnown(String host) {
        return KNOWN.contains(host);
    }

    static boolean isSecondLevel(String label) {
        return SECOND_LEVEL.contains(label);
    }

    static boolean isSubdomain(String label) {
        return SUBDOMAINS.contains(label);
    }

    static boolean isNoHost(String host) {
        return NO_HOSTS.contains(host);
    }

    static boolean isArticle(String word) {
        return ARTICLES.contains(word);
    }
}
