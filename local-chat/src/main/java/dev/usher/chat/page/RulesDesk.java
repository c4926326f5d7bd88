// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.page;

import java.util.List;

/** The rules that the handler goes by, for the page to show and change. Thread-safe. */
public interface RulesDesk {
    /** What is wrong with one place of the rules: {@code path} such as {@code rules[1].options.window}. */
    record RuleFault(String path, String message) {}

    /** The rules that are in force, as their author wrote them. */
    String rules();

    /** What is wrong with these; empty where nothing is. */
    List<RuleFault> check(String rules);

    /** Puts these into force; they have been checked. */
    void apply(String rules) throws Exception;

    /** Writes these to where they came from; called only when the user asks for it. */
    default void save(String rules) throws Exception {
        throw new UnsupportedOperationException("These rules have no file to be saved to");
    }
}
