// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import dev.usher.chat.model.ServiceFault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Some resources of a list, and the token that asks for the next ones where there are more. Immutable. */
record Page(List<Resource> resources, Optional<String> nextToken) {
    private static final Pattern REVISION = Pattern.compile("before:([0-9]{1,18})");

    static Page last(List<Resource> resources) {
        return new Page(List.copyOf(resources), Optional.empty());
    }

    static Page of(List<Resource> resources, long lastRevision) {
        byte[] token = ("before:" + lastRevision).getBytes(StandardCharsets.UTF_8);
        return new Page(List.copyOf(resources), Optional.of(Base64.getUrlEncoder().encodeToString(token)));
    }

    /** What a token of ours says. */
    static long revisionOf(String nextToken) {
        try {
            String token = new String(Base64.getUrlDecoder().decode(nextToken), StandardCharsets.UTF_8);
            var matcher = REVISION.matcher(token);
            if (matcher.matches()) {
                return Long.parseLong(matcher.group(1));
            }
        } catch (IllegalArgumentException notBase64) {
            // the same as any other token that is not ours
        }
        throw ServiceFault.invalid("nextToken", "is not a token of this list");
    }
}
