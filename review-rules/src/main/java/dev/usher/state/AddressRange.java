// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses: one address, or a network such as {@code 203.0.113.0/24}. Immutable. Reads addresses itself,
 * since {@link java.net.InetAddress} would look names up.
 *
 * <p>An IPv4 address is held as {@code ::ffff:a.b.c.d}, so that both ways of writing it are one.
 *
 * @param high the first eight bytes of the network
 * @param low the last eight
 * @param bits how many of the 128 bits are the network's; the others are zero
 */
public record AddressRange(long high, long low, int bits) {
    private static final int IPV4_OFFSET = 96;
    private static final long IPV4 = 0xffff_0000_0000L;

    public AddressRange {
        high &= mask(bits);
        low &= mask(bits - 64);
    }

    /**
     * Reads a range as it is commonly written.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static AddressRange parse(String text) {
        AddressRange range = read(text);
        if (range == null) {
            throw new IllegalArgumentException(
                    "expected an IP address or a range such as 203.0.113.0/24, found \"" + text + "\"");
        }
        return range;
    }

    /** The same; null where the text is none. */
    public static @Nullable AddressRange read(String text) {
        int slash = text.indexOf('/');
        AddressRange address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null || slash < 0) {
            return address;
        }
        int most = address.isIpv4() && text.indexOf(':') < 0 ? 32 : 128;
        int bits = number(text, slash + 1, text.length(), most);
        return bits < 0 ? null : new AddressRange(address.high, address.low, 128 - most + bits);
    }

    /** Whether all addresses of the other are in this one. */
    public boolean contains(AddressRange other) {
        return other.bits >= bits && (other.high & mask(bits)) == high
                && (other.low & mask(bits - 64)) == low;
    }

    /** The network of that many bits in which it lies; of an IPv4 address, counted as IPv4 does. */
    public AddressRange network(int ipv4Bits, int ipv6Bits) {
        return new AddressRange(high, low, Math.min(bits, isIpv4() ? IPV4_OFFSET + ipv4Bits : ipv6Bits));
    }

    private boolean isIpv4() {
        return bits >= IPV4_OFFSET && high == 0 && (low & 0xffff_ffff_0000_0000L) == IPV4;
    }

    private static long mask(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
    }

    private static @Nullable AddressRange address(String text) {
        if (text.indexOf(':') < 0) {
            long ipv4 = ipv4(text, 0);
            return ipv4 < 0 ? null : new AddressRange(0, IPV4 | ipv4, 128);
        }
        return ipv6(text);
    }

    /** The four bytes that begin there and go to the end; negative where there are none. */
    private static long ipv4(String text, int start) {
        long address = 0;
        int at = start;
        for (int part = 0; part < 4; part++) {
            int end = part == 3 ? text.length() : text.indexOf('.', at);
            int value = end < 0 ? -1 : number(text, at, end, 255);
            if (value < 0) {
                return -1;
            }
            address = (address << 8) | value;
            at = end + 1;
        }
        return address;
    }

    /** A decimal number without leading zeros; negative where there is none. */
    private static int number(String text, int start, int end, int most) {
        if (end <= start || end - start > 3 || (text.charAt(start) == '0' && end - start > 1)) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value <= most ? value : -1;
    }

    private static @Nullable AddressRange ipv6(String text) {
        long[] halves = new long[2];
        int groups = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            int end = text.indexOf(':', at);
            end = end < 0 ? text.length() : end;
            if (text.indexOf('.', at) >= 0 && end == text.length() && groups <= 6) {
                long ipv4 = ipv4(text, at);
                if (ipv4 < 0) {
                    return null;
                }
                put(halves, groups++, (int) (ipv4 >>> 16));
                put(halves, groups++, (int) ipv4 & 0xffff);
                at = end;
                break;
            }
            int value = hex(text, at, end);
            if (value < 0 || groups == 8) {
                return null;
            }
            put(halves, groups++, value);
            at = end;
            if (at < text.length()) {
                at++;
                if (at < text.length() && text.charAt(at) == ':') {
                    if (gap >= 0) {
                        return null;
                    }
                    gap = groups;
                    at++;
                } else if (at == text.length()) {
                    return null;
                }
            }
        }
        return gap < 0 ? groups == 8 ? new AddressRange(halves[0], halves[1], 128) : null
                : groups < 8 ? spread(halves, groups, gap) : null;
    }

    /** Puts the groups behind the gap at the end. */
    private static AddressRange spread(long[] halves, int groups, int gap) {
        long[] spread = new long[2];
        for (int i = 0; i < groups; i++) {
            put(spread, i < gap ? i : 8 - groups + i, (int) (halves[i / 4] >>> shift(i)) & 0xffff);
        }
        return new AddressRange(spread[0], spread[1], 128);
    }

    private static void put(long[] halves, int group, int value) {
        halves[group / 4] |= (long) value << shift(group);
    }

    private static int shift(int group) {
        return 48 - (group % 4) * 16;
    }

    private static int hex(String text, int start, int end) {
        if (end <= start || end - start > 4) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') {
                return -1;
            }
            value = (value << 4) | digit;
        }
        return value;
    }

    /** In one way of writing only: {@code 203.0.113.0/24}, or all eight groups in hexadecimal for IPv6. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        boolean ipv4 = isIpv4();
        if (ipv4) {
            text.append((low >>> 24) & 0xff).append('.').append((low >>> 16) & 0xff).append('.')
                    .append((low >>> 8) & 0xff).append('.').append(low & 0xff);
        } else {
            for (int i = 0; i < 8; i++) {
                text.append(i == 0 ? "" : ":")
                        .append(Long.toHexString(((i < 4 ? high : low) >>> shift(i)) & 0xffff));
            }
        }
        return bits == 128 ? text.toString()
                : text.append('/').append(ipv4 ? bits - IPV4_OFFSET : bits).toString();
    }
}
