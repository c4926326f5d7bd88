// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One member of a structure. Immutable.
 *
 * @param fallback the value that stands in where the member is absent; null where it stays absent
 */
public record Member(String name, Shape shape, boolean required, Location location,
        @Nullable JsonNode fallback) {
    /** Where in a request the member is written. */
    public enum Location {
        BODY, PATH, QUERY
    }
}
