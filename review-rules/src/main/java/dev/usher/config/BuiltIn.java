// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in types. A factory's class is loaded only where a file names its type. */
final class BuiltIn {
    static final List<String> TYPES = List.of("length", "links");

    private BuiltIn() {}

    static @Nullable RuleFactory factory(String type) {
        return switch (type) {
            case "length" -> new LengthFactory();
            case "links" -> new LinksFactory();
            default -> null;
        };
    }
}
