// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.util.List;

/**
 * Which links {@link Rules#links} finds. A domain in a list speaks for itself and its subdomains, in Unicode or
 * punycode; where a link falls under domains of both lists, the longer one decides. Immutable.
 *
 * @param allow domains whose links are not found
 * @param deny domains whose links are found whatever else is said
 * @param others whether links to domains on neither list are found
 * @param disguises whether links are found too that a reader must put together: "example dot com", "example (.) com"
 * @param bareTlds top-level domains, such as {@code "me"}, to take for a link's without a further sign, although they
 *     are words too
 */
public record LinkOptions(List<String> allow, List<String> deny, boolean others, boolean disguises,
        List<String> bareTlds) {
    /** Every link, in every disguise. */
    public static final LinkOptions ALL = new LinkOptions(List.of(), List.of(), true, true, List.of());

    /**
     * Takes the options as they are.
     *
     * @throws IllegalArgumentException where a text of the lists is no domain
     */
    public LinkOptions {
        allow = domains(allow);
        deny = domains(deny);
        bareTlds = List.copyOf(bareTlds);
        for (String tld : bareTlds) {
            if (!isTopLevelDomain(tld)) {
                throw new IllegalArgumentException("no top-level domain: \"" + tld + "\"");
            }
        }
    }

    /** The same, but for links to these domains. */
    public LinkOptions allowing(String... domains) {
        return new LinkOptions(List.of(domains), deny, others, disguises, bareTlds);
    }

    /** The same, and links to these domains. */
    public LinkOptions denying(String... domains) {
        return new LinkOptions(allow, List.of(domains), others, disguises, bareTlds);
    }

    /** Only links to the denied domains. */
    public LinkOptions onlyDenied() {
        return new LinkOptions(allow, deny, false, disguises, bareTlds);
    }

    /** Whether a text can stand in a list: labels with dots between them, or an IP address; no scheme and no path. */
    public static boolean isDomain(String text) {
        return Domains.isDomain(text);
    }

    /** Whether a text is a top-level domain, without a dot. */
    public static boolean isTopLevelDomain(String text) {
        return TopLevelDomains.kind(Domains.canonical(text)) != TopLevelDomains.Kind.NONE;
    }

    private static List<String> domains(List<String> domains) {
        for (String domain : domains) {
            if (!isDomain(domain)) {
                throw new IllegalArgumentException("no domain: \"" + domain + "\"");
            }
        }
        return List.copyOf(domains);
    }
}
