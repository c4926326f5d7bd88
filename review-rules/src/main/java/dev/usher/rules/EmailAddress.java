// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.rules.HostLabels.Joint;
import dev.usher.rules.TopLevelDomains.Kind;

/**
 * Finds addresses of e-mail on a walk from left to right, written plainly, or with "(at)" and "(dot)", or in words. One
 * thread at a time.
 */
final class EmailAddress {
    /** Longest local part, and most labels of a domain that are looked at (RFC 5321, RFC 1035). */
    private static final int LONGEST_LOCAL = 64;
    private static final int MOST_LABELS = 127;

    private final VisibleText text;
    private final HostLabels labels;
    private int localEnd;

    EmailAddress(VisibleText text) {
        this.text = text;
        this.labels = new HostLabels(text, true);
    }

    /** The end of the address that begins there; -1 where none does. To be asked of each place in turn. */
    int end(int start) {
        if (start < localEnd || !text.isWord(start)) {
            return -1;
        }
        localEnd = start;
        while (isLocal(text.at(localEnd)) || text.isWord(localEnd)) {
            localEnd++;
        }
        if (localEnd - start > LONGEST_LOCAL || isHandle(start)) {
            return -1;
        }
        int at = text.skipSpaces(localEnd, 1);
        int opening = text.at(at);
        if (opening == '@') {
            boolean spaced = text.at(at + 1) == ' ';
            return at > localEnd && !spaced
                    ? -1
                    : domainEnd(spaced ? at + 2 : at + 1, spaced ? Wanted.PLAIN : Wanted.ANY);
        }
        if (opening == '(' || opening == '[' || opening == '{' || opening == '<') {
            int sign = text.at(at + 1) == '@' ? at + 2 : text.startsWith("at", at + 1) ? at + 3 : -1;
            int closing = opening == '(' ? ')' : opening + 2;
            return sign > 0 && text.at(sign) == closing
                    ? domainEnd(text.skipSpaces(sign + 1, 1), Wanted.ANY)
                    : -1;
        }
        return at > localEnd && text.startsWith("at ", at)
                ? domainEnd(text.skipSpaces(at + 3, 1), Wanted.DISGUISED)
                : -1;
    }

    /** How sure the domain must be. */
    private enum Wanted {
        ANY,
        PLAIN,
        DISGUISED
    }

    private int domainEnd(int start, Wanted wanted) {
        if (!text.isWord(start)) {
            return -1;
        }
        labels.begin(start);
        int end = -1;
        boolean disguised = false;
        while (labels.size() < MOST_LABELS && labels.read()) {
            int last = labels.size() - 1;
            Joint joint = labels.joint(last);
            if (!joint.isTight()) {
                break;
            }
            disguised |= joint.isDisguise();
            Kind kind = TopLevelDomains.kind(Domains.canonical(labels.text(last)));
            if (kind != Kind.NONE && (wanted == Wanted.ANY || (kind == Kind.PLAIN
                    && (wanted == Wanted.PLAIN || disguised)))) {
                end = labels.end(last);
            }
        }
        return end;
    }

    /** Whether what begins there is a name behind an {@code @}, as in {@code @ann@example.social}. */
    private boolean isHandle(int start) {
        return text.at(start - 1) == '@';
    }

    private static boolean isLocal(int c) {
        return switch (c) {
            case '.', '_', '-', '+', '%' -> true;
            default -> false;
        };
    }
}
