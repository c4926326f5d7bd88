// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What came back. Immutable, but for the array.
 *
 * @param head the header lines, each ended by CR LF, names as they were sent
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is, and never compared
record Reply(int status, String head, byte[] body) {
    @Nullable
    String header(String name) {
        return header(head, name);
    }

    /** The first header of that name, in whatever case, without the spaces around it; null where there is none. */
    static @Nullable String header(String head, String name) {
        for (int at = 0; at < head.length();) {
            int end = head.indexOf("\r\n", at);
            int line = end < 0 ? head.length() : end;
            int colon = at + name.length();
            if (colon < line && head.charAt(colon) == ':'
                    && head.regionMatches(true, at, name, 0, name.length())) {
                return head.substring(colon + 1, line).trim();
            }
            at = line + 2;
        }
        return null;
    }
}
