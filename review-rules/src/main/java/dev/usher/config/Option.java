// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a factory asked for: enough to check a name against, and to draw the schema from. Immutable.
 *
 * @param type the JSON type of the value
 * @param defaultValue as it would stand in the file; null for none
 * @param min the least number, both included; null where the value is no number
 * @param allowed the only texts taken; empty for any
 */
record Option(String name, Type type, @Nullable Object defaultValue, @Nullable Number min,
        @Nullable Number max,
        List<String> allowed) {
    enum Type {
        STRING,
        STRINGS,
        STRING_LISTS,
        FLAG,
        INTEGER,
        DECIMAL,
        DURATION,
        RULES
    }

    static Option string(String name, String defaultValue) {
        return new Option(name, Type.STRING, defaultValue, null, null, List.of());
    }

    static Option strings(String name) {
        return new Option(name, Type.STRINGS, null, null, null, List.of());
    }

    static Option stringLists(String name) {
        return new Option(name, Type.STRING_LISTS, null, null, null, List.of());
    }

    static Option flag(String name, boolean defaultValue) {
        return new Option(name, Type.FLAG, defaultValue, null, null, List.of());
    }

    static Option integer(String name, int defaultValue, int min, int max) {
        return new Option(name, Type.INTEGER, defaultValue, min, max, List.of());
    }

    static Option decimal(String name, double defaultValue, double min, double max) {
        return new Option(name, Type.DECIMAL, defaultValue, min, max, List.of());
    }

    static Option duration(String name, Duration defaultValue) {
        return new Option(name, Type.DURATION, defaultValue, null, null, List.of());
    }

    static Option rules(String name) {
        return new Option(name, Type.RULES, null, null, null, List.of());
    }

    static Option oneOf(String name, String defaultValue, List<String> allowed) {
        return new Option(name, Type.STRING, defaultValue, null, null, allowed);
    }
}
