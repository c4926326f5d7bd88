// SPDX-License-Identifier: Apache-2.0
package com.example.spoilers;

import dev.usher.config.RuleFactory;
import dev.usher.config.RuleOptions;
import dev.usher.config.RuleServices;
import dev.usher.review.ReviewRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a {@link SpoilerRule} where a rules file says {@code "type": "spoilers"}. Found by its name in
 * {@code META-INF/services/dev.usher.config.RuleFactory}.
 *
 * <p>Options: {@code titles}, a text file beside the rules file with one title a line ({@code #} begins a comment);
 * {@code reveals}, the phrases that give something away; {@code reason}, what the sender is told.
 */
public final class SpoilerRuleFactory implements RuleFactory {
    @Override
    public String type() {
        return "spoilers";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        // Ask for every option, always: one that nobody asks for is reported as unknown.
        String file = options.string("titles", "titles.txt");
        List<String> reveals = options.strings("reveals");
        String reason = options.string("reason", "Please do not give the ending away.");
        if (reveals.isEmpty()) {
            options.fault("reveals", "expected at least one phrase such as \"dies\"");
        }
        return new SpoilerRule(titles(file, options, services), reveals, reason);
    }

    private static List<String> titles(String file, RuleOptions options, RuleServices services) {
        List<String> titles = new ArrayList<>();
        try {
            for (String line : new String(services.file(file), StandardCharsets.UTF_8).split("\n")) {
                String title = line.strip();
                if (!title.isEmpty() && !title.startsWith("#")) {
                    titles.add(title);
                }
            }
            if (titles.isEmpty()) {
                options.fault("titles", file + " names no title");
            }
        } catch (IOException unreadable) {
            // A fault now ends the deployment; a rule without titles would let everything through in silence.
            options.fault("titles", "cannot read " + file + ": " + unreadable);
        }
        return titles;
    }
}
