// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

/** Recognises IP addresses in a text. Looks at a bounded part of it. */
final class IpAddress {
    private static final int V6_GROUPS = 8;
    private static final int V6_DIGITS = 4;

    private IpAddress() {}

    /** Whether that part is a number from 0 to 255 as it stands in an IPv4 address. */
    static boolean isOctet(VisibleText text, int from, int to) {
        int value = 0;
        for (int i = from; i < to && i - from < 4; i++) {
            if (!text.isDigit(i)) {
                return false;
            }
            value = 10 * value + text.at(i) - '0';
        }
        return value <= 255 && (to - from == 1 || (to - from <= 3 && text.at(from) != '0'));
    }

    /** The end of the IPv4 address that begins there, four numbers with dots; -1 where none does. */
    static int v4End(VisibleText text, int from) {
        int at = from;
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0 && text.at(at++) != '.') {
                return -1;
            }
            int start = at;
            while (text.isDigit(at) && at - start < 4) {
                at++;
            }
            if (at == start || !isOctet(text, start, at)) {
                return -1;
            }
        }
        return text.isWord(at) || (text.at(at) == '.' && text.isDigit(at + 1)) ? -1 : at;
    }

    /**
     * The end of the IPv6 address that begins there (RFC 4291, section 2.2; without one of IPv4 in it); -1 where none
     * does. To keep times and the like apart, it begins with a number of three or four digits and has a decimal digit.
     */
    static int v6End(VisibleText text, int from) {
        int at = from;
        int groups = 0;
        boolean gap = false;
        boolean decimal = false;
        while (groups < V6_GROUPS) {
            int start = at;
            while (at - start < V6_DIGITS && isHex(text.at(at))) {
                decimal |= text.isDigit(at++);
            }
            if (at == start || (groups == 0 && at - start < 3)) {
                break;
            }
            groups++;
            if (text.at(at) != ':') {
                break;
            }
            if (text.at(at + 1) == ':' && !gap) {
                gap = true;
                at++;
            } else if (!isHex(text.at(at + 1))) {
                break;
            }
            at++;
        }
        if (text.at(at - 1) == ':' && !(gap && text.at(at - 2) == ':')) {
            at--;
        }
        boolean whole = (groups == V6_GROUPS && !gap) || (gap && groups > 0 && groups < V6_GROUPS);
        return whole && decimal && !text.isWord(at) ? at : -1;
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
