// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Rules;
import java.util.ArrayList;
import java.util.List;

/** See {@link Rules#patterns}. */
final class PatternFactory implements RuleFactory {
    private static final int MOST_PATTERNS = 50;

    @Override
    public String type() {
        return "pattern";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int before = options.faultCount();
        List<String> patterns = options.strings("patterns");
        boolean ignoreCase = options.flag("ignoreCase", true);
        if (options.faultCount() == before && (patterns.isEmpty() || patterns.size() > MOST_PATTERNS)) {
            options.fault("patterns",
                    "expected 1 to " + MOST_PATTERNS + " patterns, found " + patterns.size());
        }
        List<String> sound = new ArrayList<>();
        for (int i = 0; i < patterns.size() && i < MOST_PATTERNS; i++) {
            try {
                Rules.patterns(List.of(patterns.get(i)), ignoreCase);
                sound.add(patterns.get(i));
            } catch (IllegalArgumentException fault) {
                options.fault("patterns", i, String.valueOf(fault.getMessage()));
            }
        }
        return Rules.patterns(sound, ignoreCase).then(options.action(ActionType.DENY,
                List.of(ActionType.values()), "This message is not allowed here."));
    }
}
