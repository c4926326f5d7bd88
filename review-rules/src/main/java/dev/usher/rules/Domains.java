// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A set of domains in which subdomains are found too. Immutable. */
final class Domains {
    /** Longest name in the DNS (RFC 1035), in characters. */
    private static final int LONGEST = 253;

    private static final String PUNYCODE = "xn--";

    private final Set<String> domains = new HashSet<>();

    Domains(List<String> domains) {
        for (String domain : domains) {
            this.domains.add(canonical(domain));
        }
    }

    boolean isEmpty() {
        return domains.isEmpty();
    }

    /** The length of the longest domain of the set that the host is, or is below; 0 where there is none. */
    int covering(String canonicalHost) {
        if (domains.isEmpty() || canonicalHost.length() > LONGEST) {
            return 0;
        }
        for (int at = 0; at >= 0;) {
            String parent = canonicalHost.substring(at);
            if (domains.contains(parent)) {
                return parent.length();
            }
            int dot = canonicalHost.indexOf('.', at);
            at = dot < 0 ? -1 : dot + 1;
        }
        return 0;
    }

    /** The host in lower case, labels of punycode in Unicode; by which two writings of one host are the same. */
    static String canonical(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (!lower.contains(PUNYCODE) || lower.length() > LONGEST) {
            return lower;
        }
        StringBuilder canonical = new StringBuilder(lower.length());
        for (int at = 0; at <= lower.length();) {
            int dot = lower.indexOf('.', at);
            int end = dot < 0 ? lower.length() : dot;
            canonical.append(at == 0 ? "" : ".").append(label(lower.substring(at, end)));
            at = end + 1;
        }
        return canonical.toString();
    }

    static boolean isDomain(String text) {
        int labels = 0;
        for (int at = 0; at <= text.length();) {
            int dot = text.indexOf('.', at);
            int end = dot < 0 ? text.length() : dot;
            if (end == at || !isLabel(text, at, end)) {
                return false;
            }
            labels++;
            at = end + 1;
        }
        return labels >= 2 && text.length() <= LONGEST;
    }

    private static boolean isLabel(String text, int from, int to) {
        for (int i = from; i < to;) {
            int codePoint = text.codePointAt(i);
            int type = Character.getType(codePoint);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
            if (!Character.isLetterOrDigit(codePoint) && !mark && codePoint != '-' && codePoint != '_') {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return text.charAt(from) != '-' && text.charAt(to - 1) != '-';
    }

    private static String label(String label) {
        String decoded = label.startsWith(PUNYCODE) ? Punycode.decode(label.substring(PUNYCODE.length()))
                : null;
        return decoded == null ? label : decoded;
    }
}
