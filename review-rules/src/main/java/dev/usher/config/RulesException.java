// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import java.util.List;

/** Says everything that is wrong with a rules file, each fault with its path. */
public final class RulesException extends Exception {
    private final transient List<String> faults;

    RulesException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Such as {@code rules[1].options.window: expected an ISO-8601 duration such as PT10S, found "ten seconds"}. */
    public List<String> faults() {
        return faults;
    }
}
