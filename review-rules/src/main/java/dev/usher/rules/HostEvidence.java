// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.rules.HostLabels.Joint;
import dev.usher.rules.TopLevelDomains.Kind;

/**
 * Weighs whether labels are a host, or words with a full stop between them. The looser the labels are joined, the more
 * their top-level domain, a path behind it or a known name must speak for it. Looks at a bounded number of labels for
 * each. One thread at a time.
 */
final class HostEvidence {
    /** Longest label and most labels of a name in the DNS (RFC 1035). */
    private static final int LONGEST_LABEL = 63;
    private static final int MOST_LABELS = 127;

    private static final int MOST_LOOSE = 2;

    private final LinkDetector detector;
    private final VisibleText text;
    private final HostLabels labels;
    private final LinkTail tail;

    private Kind kind = Kind.NONE;
    private String tld = "";
    private int end;

    HostEvidence(LinkDetector detector, VisibleText text, HostLabels labels, LinkTail tail) {
        this.detector = detector;
        this.text = text;
        this.labels = labels;
        this.tail = tail;
    }

    /** The end of the host whose last label was asked about last; it may lie within that label. */
    int end() {
        return end;
    }

    /** The name of that host from the given label on. */
    String host(int first, int last) {
        return labels.host(first, last - 1) + "." + tld;
    }

    /** The first label of the host that ends with the given one. */
    int first(int last) {
        Joint own = labels.joint(last);
        boolean spaced = own == Joint.SPACED || own == Joint.FOLLOWED;
        int loose = MOST_LOOSE;
        int first = last;
        while (first > 0 && last - first < MOST_LABELS) {
            Joint joint = labels.joint(first);
            if (first < last && !joint.isTight() && !(spaced && joint == own && loose-- > 0)) {
                break;
            }
            first--;
        }
        return first;
    }

    /** Whether the label is the last one of a host. */
    boolean isHost(int last) {
        if (last == 0 || labels.length(last) > LONGEST_LABEL || labels.length(last - 1) > LONGEST_LABEL) {
            return false;
        }
        Joint own = labels.joint(last);
        if ((own == Joint.SPACE || own == Joint.COMMA) && !tail.follows(labels.end(last))) {
            return false; // as between most words: only a path can speak for it
        }
        classify(last);
        int first = first(last);
        if (labels.joint(last).isTight() && (isAddress(first, last) || isDenied(first, last))) {
            return true;
        }
        boolean www = labels.joint(last) == Joint.DOT && labels.length(first) == 3
                && text.startsWith("www", labels.start(first));
        return www || (kind != Kind.NONE && isEnough(first, last));
    }

    /** What the label is as a top-level domain. Known afterwards: its end, where only a part of it is one. */
    Kind classify(int label) {
        end = labels.end(label);
        tld = labels.length(label) > LONGEST_LABEL ? "" : Domains.canonical(labels.text(label));
        kind = detector.kind(tld);
        if (kind == Kind.NONE && !tld.isEmpty()) {
            kind = ofLookAlike(label);
        }
        if (kind == Kind.NONE && !tld.isEmpty()) {
            kind = ofBeginning(label);
        }
        return kind;
    }

    private boolean isEnough(int first, int last) {
        String before = labels.text(last - 1);
        String name = before + "." + tld;
        boolean plain = kind == Kind.PLAIN;
        boolean path = tail.follows(end);
        boolean known = LinkHosts.isKnown(name);
        return switch (labels.joint(last)) {
            case START -> false;
            case DOT -> path || known || before.startsWith("xn--")
                    || (plain ? !LinkHosts.isNoHost(name) && !beginsSentence(last)
                            : hasSecondDot(first, last, before));
            case LOOK_ALIKE -> plain || known || path;
            case BRACKETED -> path || !LinkHosts.isArticle(before);
            case NAMED -> path || known || (!LinkHosts.isArticle(before) && plain && isSpoken());
            case SPACED ->
                known || (path && plain) || (isCore() && before.length() > 2 && !LinkHosts.isArticle(before));
            case FOLLOWED ->
                (path && (known || isCore())) || (plain && text.startsWith("www.", labels.start(first)));
            case COMMA -> path && (known || plain);
            case SPACE -> path && known && before.length() > 2;
        };
    }

    /** Whether a name stands before that is no word of a sentence: {@code shop.example.se}, {@code example.co.in}. */
    private boolean hasSecondDot(int first, int last, String before) {
        if (last - first < 2 || (tld.length() > 2 && !LinkHosts.isSubdomain(labels.text(last - 2)))) {
            return false;
        }
        if (tld.length() == 2 && LinkHosts.isSecondLevel(before)) {
            return true;
        }
        return before.length() > 3 && detector.kind(before) == Kind.NONE
                && !before.equals(labels.text(last - 2))
                && !text.isDigit(labels.end(last - 1) - 1);
    }

    /** As in {@code "I met him.Online he is nice"}. */
    private boolean beginsSentence(int last) {
        int start = labels.start(last);
        return !isCore() && text.isUpperCase(start) && !text.isUpperCase(start + 1)
                && !text.isUpperCase(labels.start(last - 1));
    }

    private boolean isDenied(int first, int last) {
        return detector.denies() && detector.isDenied(Domains.canonical(host(first, last)));
    }

    private boolean isAddress(int first, int last) {
        if (last - first != 3 || (text.at(end) == '.' && text.isWord(end + 1))) {
            return false;
        }
        boolean long3 = false;
        for (int label = first; label <= last; label++) {
            if (!IpAddress.isOctet(text, labels.start(label), labels.end(label))) {
                return false;
            }
            long3 |= labels.length(label) == 3;
        }
        return text.at(labels.start(first)) != '0' && (long3 || tail.follows(end));
    }

    /** A label with Cyrillic or Greek letters, or a zero, that reads as one in Latin letters. */
    private Kind ofLookAlike(int label) {
        boolean latin = text.isAsciiLetter(labels.start(label - (label > 0 ? 1 : 0)));
        StringBuilder alike = new StringBuilder();
        for (int i = labels.start(label); i < labels.end(label); i++) {
            latin |= text.isAsciiLetter(i);
            alike.appendCodePoint(PlainLetters.latin(text.at(i)));
        }
        String read = alike.indexOf("c0m") == 0 && alike.length() == 3 ? "com" : alike.toString();
        if (!latin || read.equals(tld) || detector.kind(read) != Kind.PLAIN) {
            return Kind.NONE;
        }
        tld = read;
        return Kind.PLAIN;
    }

    /** A label that goes on without a space: {@code example.com-free}, {@code example.comを見て}. */
    private Kind ofBeginning(int label) {
        int start = labels.start(label);
        int to = start;
        while (to < labels.end(label) && text.isAsciiLetter(to)) {
            to++;
        }
        boolean cut = to > start && to < labels.end(label) && !text.isDigit(to);
        String beginning = cut ? text.text(start, to) : "";
        if (detector.kind(beginning) != Kind.PLAIN) {
            return Kind.NONE;
        }
        tld = beginning;
        end = to;
        return Kind.PLAIN;
    }

    private boolean isCore() {
        return tld.equals("com") || tld.equals("net") || tld.equals("org");
    }

    private boolean isSpoken() {
        return isCore() || tld.length() == 2 || tld.equals("info") || tld.equals("biz") || tld.equals("xyz");
    }
}
