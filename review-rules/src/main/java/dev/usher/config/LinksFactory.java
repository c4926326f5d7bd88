// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.config.RuleOptions.ActionType;
import dev.usher.review.ReviewRule;
import dev.usher.rules.Action;
import dev.usher.rules.LinkOptions;
import dev.usher.rules.Rules;
import java.util.ArrayList;
import java.util.List;

/** See {@link Rules#links}. */
final class LinksFactory implements RuleFactory {
    /** What becomes of a link on neither list. */
    private enum Others {
        FIND,
        PASS
    }

    @Override
    public String type() {
        return "links";
    }

    @Override
    public ReviewRule create(RuleOptions options, RuleServices services) {
        List<String> allow = domains(options, "allow");
        List<String> deny = domains(options, "deny");
        for (int i = 0; i < deny.size(); i++) {
            if (allow.contains(deny.get(i))) {
                options.fault("deny", i, "\"" + deny.get(i) + "\" is in \"allow\" too");
            }
        }
        Others others = options.oneOf("others", Others.FIND);
        boolean disguises = options.flag("disguises", true);
        List<String> bareTlds = topLevelDomains(options, "bareTlds");
        Action action = options.action(ActionType.DENY, List.of(ActionType.values()),
                "Links are not allowed here.");
        return Rules.links(new LinkOptions(allow, deny, others == Others.FIND, disguises, bareTlds))
                .then(action);
    }

    private static List<String> domains(RuleOptions options, String name) {
        List<String> said = options.strings(name);
        List<String> sound = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            if (LinkOptions.isDomain(said.get(i))) {
                sound.add(said.get(i));
            } else {
                options.fault(name, i,
                        "expected a domain such as example.com, found \"" + said.get(i) + "\"");
            }
        }
        return sound;
    }

    private static List<String> topLevelDomains(RuleOptions options, String name) {
        List<String> said = options.strings(name);
        List<String> sound = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            if (LinkOptions.isTopLevelDomain(said.get(i))) {
                sound.add(said.get(i));
            } else {
                options.fault(name, i,
                        "expected a top-level domain such as me, found \"" + said.get(i) + "\"");
            }
        }
        return sound;
    }
}
