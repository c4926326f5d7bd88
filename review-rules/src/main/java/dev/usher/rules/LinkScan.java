// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import dev.usher.rules.TopLevelDomains.Kind;
import java.util.ArrayList;
import java.util.List;

/** One walk over one content, from left to right, that collects its links. One thread at a time. */
final class LinkScan {
    private static final String KIND = "link";
    private static final int LONGEST_HOST = 253;
    private static final int MOST_SPACED_LABELS = 5;
    private static final int LONGEST_SCHEME = 20;

    private final LinkDetector detector;
    private final VisibleText text;
    private final HostLabels labels;
    private final LinkTail tail;
    private final HostEvidence evidence;
    private final List<Match> matches = new ArrayList<>();

    /** How far the path of a link goes that is not to be found: what is in it is not looked at as words. */
    private int passedEnd;

    LinkScan(LinkDetector detector, VisibleText text) {
        this.detector = detector;
        this.text = text;
        this.labels = new HostLabels(text, detector.disguises());
        this.tail = new LinkTail(text);
        this.evidence = new HostEvidence(detector, text, labels, tail);
    }

    List<Match> run() {
        int at = 0;
        while (at < text.length()) {
            at = text.isWord(at) ? word(at) : text.at(at) == '[' ? bracket(at) : at + 1;
        }
        return matches;
    }

    /** Looks at the word that begins there and at those joined to it; where to go on. */
    private int word(int start) {
        labels.begin(start);
        if (start < passedEnd && isPathMark(text.at(start - 1))) {
            return labels.end(0);
        }
        int addressEnd = text.at(start - 1) == ':' ? -1 : IpAddress.v6End(text, start);
        if (addressEnd > 0) {
            return isWanted(start, addressEnd, text.text(start, addressEnd), true)
                    ? found(start, tail.end(addressEnd))
                    : passed(addressEnd);
        }
        for (int last = 0;; last++) {
            int authority = schemeEnd(labels.end(last), labels.length(last));
            if (authority > 0) {
                return scheme(labels.start(last), authority);
            }
            if (evidence.isHost(last)) {
                return host(last);
            }
            if (detector.disguises() && isGlued(last)) {
                int end = labels.end(last);
                return isWanted(start, end, "", true) ? found(labels.start(last), end) : passed(end);
            }
            if (!labels.read()) {
                return labels.end(last);
            }
        }
    }

    private int bracket(int at) {
        int end = IpAddress.v6End(text, at + 1);
        if (end < 0 || text.at(end) != ']') {
            return at + 1;
        }
        return isWanted(at, end, text.text(at + 1, end), true) ? found(at, tail.end(end + 1))
                : passed(end + 1);
    }

    /** A host that ends with the given label, or with a later one of the same name. */
    private int host(int found) {
        int last = found;
        while (labels.size() - found < LONGEST_HOST && labels.read()
                && labels.joint(labels.size() - 1).isTight()) {
            if (evidence.isHost(labels.size() - 1)) {
                last = labels.size() - 1;
            }
        }
        labels.cut(last);
        evidence.classify(last);
        int first = evidence.first(last);
        int start = labels.start(first);
        int end = evidence.end();
        if (isEmail(start, end)) {
            return end;
        }
        boolean disguised = false;
        for (int label = first + 1; label <= last; label++) {
            disguised |= labels.joint(label).isDisguise();
        }
        String host = end - start > 2 * LONGEST_HOST ? "" : evidence.host(first, last);
        if (!isWanted(start, end, host, true)) {
            return passed(end);
        }
        int linkEnd = tail.end(end);
        return found(start, disguised && linkEnd == end ? spokenPathEnd(end) : linkEnd);
    }

    /** A link that begins with a scheme, whose authority begins at the given place. */
    private int scheme(int start, int authority) {
        int tokenEnd = tail.tokenEnd(authority);
        int from = authority;
        int to = authority;
        while (to < tokenEnd && text.at(to) != '/' && text.at(to) != '?' && text.at(to) != '#'
                && text.at(to) != '\\') {
            from = text.at(to++) == '@' ? to : from; // what stands before an @ is a user's name
        }
        boolean clear = text.at(to) != '\\';
        int end = from;
        for (int i = from; i < to && text.at(i) != ':'; i++) {
            end = text.isWord(i) ? i + 1 : end;
        }
        int spaced = to == tokenEnd && detector.disguises() ? spacedHost(from) : -1;
        if (spaced > 0) {
            int spacedEnd = evidence.end();
            return isWanted(start, spacedEnd, evidence.host(0, spaced), true)
                    ? found(start, tail.end(spacedEnd))
                    : passed(spacedEnd);
        }
        boolean bracket = text.at(from) == '[';
        int hostStart = bracket ? from + 1 : from;
        int hostEnd = bracket ? Math.max(hostStart, IpAddress.v6End(text, hostStart))
                : Math.max(hostStart, end);
        String host = hostEnd - hostStart > LONGEST_HOST ? "" : text.text(hostStart, hostEnd);
        return isWanted(start, hostEnd, host, clear)
                ? found(start, Math.max(hostEnd, tail.trim(authority, tokenEnd)))
                : passed(bracket ? to : hostEnd);
    }

    /** The last label of a host with spaces in it, as in {@code http://example . com}; -1 where it has none. */
    private int spacedHost(int from) {
        if (!text.isWord(from)) {
            return -1;
        }
        labels.begin(from);
        int found = -1;
        boolean tight = true;
        for (int last = 1; last < MOST_SPACED_LABELS && labels.read(); last++) {
            boolean joined = labels.joint(last).isTight();
            boolean complete = tight && !joined && last > 1 && evidence.classify(last - 1) != Kind.NONE;
            if (complete || labels.joint(last).compareTo(HostLabels.Joint.FOLLOWED) > 0) {
                break;
            }
            tight &= joined;
            Kind kind = evidence.classify(last);
            if (!tight && (kind == Kind.PLAIN || (kind == Kind.WORD && tail.follows(evidence.end())))) {
                found = last;
            }
        }
        if (found > 0) {
            evidence.classify(found);
        }
        return found;
    }

    /** Whether the link is one to find; it is where the host cannot be read for sure, and might be another one. */
    private boolean isWanted(int start, int hostEnd, String host, boolean clear) {
        boolean readable = clear && !host.isEmpty() && !text.hasHiddenMark(start, hostEnd);
        String canonical = Domains.canonical(host);
        return readable ? detector.isWanted(canonical) : detector.isWantedUnread(canonical);
    }

    /** Notes the link; where to go on. */
    private int found(int start, int end) {
        matches.add(text.match(start, end, KIND));
        return end;
    }

    /** Passes a link by: what is behind its host may still hold another one. */
    private int passed(int hostEnd) {
        passedEnd = tail.tokenEnd(hostEnd);
        return hostEnd;
    }

    /** The end of a path that is spoken too, as in {@code "example dot com slash free"}. */
    private int spokenPathEnd(int hostEnd) {
        int slash = text.skipSpaces(hostEnd, 2);
        int after = text.at(slash) == '/' ? slash + 1
                : text.startsWith("slash ", slash) ? slash + "slash".length()
                        : -1;
        int path = after < 0 ? -1 : text.skipSpaces(after, 2);
        return text.isWord(path) ? tail.trim(path, tail.tokenEnd(path)) : hostEnd;
    }

    /** Where the authority begins after the scheme that ends there; -1 where it is none. */
    private int schemeEnd(int end, int length) {
        if (length < 2) {
            return -1;
        }
        int at = end;
        if (isWebScheme(end)) {
            int colon = detector.disguises() ? text.skipSpaces(end, 2) : end;
            boolean named = text.at(colon) == ':';
            at = named ? detector.disguises() ? text.skipSpaces(colon + 1, 2) : colon + 1 : end;
            int slashes = at;
            while (slashes - at < 4 && (text.at(slashes) == '/' || text.at(slashes) == '\\')) {
                slashes++;
            }
            int after = at > end + 1 ? text.skipSpaces(slashes, 2) : slashes;
            return slashes - at >= (named ? 1 : 2) && isAuthority(after) ? after : -1;
        }
        return length <= LONGEST_SCHEME && text.startsWith("://", at) && text.isAsciiLetter(end - 1)
                && isAuthority(at + 3) ? at + 3 : -1;
    }

    private boolean isWebScheme(int end) {
        int bare = text.at(end - 1) == 's' ? end - 1 : end;
        return text.startsWith("http", bare - 4) || text.startsWith("hxxp", bare - 4)
                || text.startsWith("ftp", end - 3);
    }

    private boolean isAuthority(int at) {
        return text.isWord(at) || text.at(at) == '[';
    }

    /** As in {@code exampledotcom}. */
    private boolean isGlued(int label) {
        int end = labels.end(label);
        return labels.length(label) > "dotcom".length() + 2 && text.startsWith("com", end - 3)
                && (text.startsWith("dot", end - 6) || text.startsWith("-dot-", end - 8)
                        || text.startsWith("_dot_", end - 8));
    }

    /** Whether the host is a part of an e-mail address, which other rules find; one with a path is a link all the same. */
    private boolean isEmail(int start, int end) {
        if (text.at(start - 1) == '@' && (text.isWord(start - 2) || isPathMark(text.at(start - 2)))) {
            return !tail.follows(end);
        }
        if (text.at(end) != '@' || !text.isWord(end + 1)) {
            return false;
        }
        HostLabels domain = new HostLabels(text, false);
        domain.begin(end + 1);
        return domain.read();
    }

    private static boolean isPathMark(int c) {
        return switch (c) {
            case '/', '-', '_', '.', '~', '%', '+', '@' -> true;
            default -> false;
        };
    }
}
