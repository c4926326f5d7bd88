// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.model;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form that a value of the model must have. Immutable. */
public sealed interface Shape {
    /** Both ends belong to it; lengths of text are counted in code points. */
    record Bounds(int min, int max) {
        /** For what the model leaves open. */
        static final Bounds NONE = new Bounds(Integer.MIN_VALUE, Integer.MAX_VALUE);

        boolean hold(int value) {
            return value >= min && value <= max;
        }
    }

    /** Text; {@code pattern} must match all of it, {@code values} is empty where any value is allowed. */
    record Text(Bounds length, @Nullable Pattern pattern, List<String> values) implements Shape {}

    /** A whole number. */
    record Whole(Bounds range) implements Shape {}

    /** A moment, written as ISO 8601. */
    record Moment() implements Shape {}

    /** A list. */
    record Listing(Shape member, Bounds size) implements Shape {}

    /** A map of text to values; {@code maximumBytes} is the limit of keys and values together in UTF-8. */
    record Mapping(Text key, Shape value, Bounds size, int maximumBytes) implements Shape {}

    /** An object with known members; of a union exactly one may be given. */
    record Structure(String name, Map<String, Member> members, boolean union) implements Shape {}
}
