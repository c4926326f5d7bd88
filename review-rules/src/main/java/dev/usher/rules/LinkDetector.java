// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds links. What counts as one is said in docs/RULES.md, "links". */
final class LinkDetector implements Detector {
    private final LinkOptions options;
    private final Domains allow;
    private final Domains deny;
    private final Set<String> bareTlds = new HashSet<>();

    LinkDetector(LinkOptions options) {
        this.options = options;
        this.allow = new Domains(options.allow());
        this.deny = new Domains(options.deny());
        for (String tld : options.bareTlds()) {
            bareTlds.add(Domains.canonical(tld));
        }
    }

    @Override
    public List<Match> find(String content) {
        return (Signs.of(content) & Signs.LINK) == 0 ? List.of() : find(new VisibleText(content));
    }

    List<Match> find(VisibleText text) {
        return new LinkScan(this, text).run();
    }

    boolean disguises() {
        return options.disguises();
    }

    /** Whether a link to the host, in its canonical form, is one to find. */
    boolean isWanted(String host) {
        int denied = deny.covering(host);
        int allowed = allow.covering(host);
        return (denied > 0 && denied >= allowed) || (allowed == 0 && options.others());
    }

    /** The same where the host cannot be made out for sure: then no list of allowed ones excuses it. */
    boolean isWantedUnread(String host) {
        return options.others() || isDenied(host);
    }

    /** Whether there are domains to deny at all. */
    boolean denies() {
        return !deny.isEmpty();
    }

    boolean isDenied(String host) {
        return deny.covering(host) > 0;
    }

    TopLevelDomains.Kind kind(String label) {
        return bareTlds.contains(label) ? TopLevelDomains.Kind.PLAIN : TopLevelDomains.kind(label);
    }
}
