// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Rules;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** See {@link Rules#scripts}. */
final class ScriptsFactory implements RuleFactory {
    @Override
    public String type() {
        return "scripts";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        int before = options.faultCount();
        List<String> names = options.strings("allow");
        Set<UnicodeScript> allowed = EnumSet.noneOf(UnicodeScript.class);
        for (int i = 0; i < names.size(); i++) {
            try {
                allowed.add(UnicodeScript.forName(names.get(i)));
            } catch (IllegalArgumentException unknown) {
                options.fault("allow", i,
                        "expected a Unicode script such as Latin or Greek, found \"" + names.get(i) + "\"");
            }
        }
        if (names.isEmpty() && options.faultCount() == before) {
            options.fault("allow", "expected at least one Unicode script such as Latin");
        }
        return Rules.scripts(allowed).then(options.action(ActionType.DENY, List.of(ActionType.values()),
                "Please write in the language of this room."));
    }
}
