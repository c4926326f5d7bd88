// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.review.Mode;
import dev.usher.review.ReviewResult;
import dev.usher.review.ReviewRule;
import dev.usher.review.RuleChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a file, one after the other, and notes their faults. One file an instance. */
final class RuleReader {
    private static final List<String> RULE_MEMBERS = List.of("id", "type", "description", "mode",
            "fallbackResult", "when", "unless", "options");

    private final RuleFactories factories;
    private final RuleServices services;
    private final ReviewResult chainsFallbackResult;
    private final List<String> faults;
    private final List<RuleLine> lines = new ArrayList<>();

    RuleReader(RuleFactories factories, RuleServices services, ReviewResult chainsFallbackResult,
            List<String> faults) {
        this.factories = factories;
        this.services = services;
        this.chainsFallbackResult = chainsFallbackResult;
        this.faults = faults;
    }

    /** All rules read so far, for showing. */
    List<RuleLine> lines() {
        return lines;
    }

    /**
     * A rule in its place; null where it has a fault, and then all its faults are noted.
     *
     * @param ids those taken in the chain, to which the rule's is added
     */
    RuleChain.@Nullable Entry rule(String chain, JsonCursor rule, Set<String> ids) {
        int before = faults.size();
        try {
            Members.noteUnknown(rule, RULE_MEMBERS, faults);
            String id = id(rule.member("id"), ids);
            JsonCursor description = rule.member("description");
            if (!description.isMissing() && !description.isString()) {
                faults.add(description.expected("a string").getMessage());
            }
            Mode mode = Mode.valueOf(oneOf(rule.member("mode"), "enforce", List.of("enforce", "observe")));
            String own = oneOf(rule.member("fallbackResult"), "", List.of("ALLOW", "DENY"));
            ReviewResult fallbackResult = own.isEmpty() ? null : ReviewResult.valueOf(own);
            Condition only = condition(rule.member("when"));
            Condition exempt = condition(rule.member("unless"));
            ReviewRule made = make(rule);
            if (made == null || faults.size() > before) {
                return null;
            }
            lines.add(new RuleLine(chain, id, rule.member("type").string(), mode,
                    fallbackResult == null ? chainsFallbackResult : fallbackResult, said(only, exempt)));
            ReviewRule sometimes = only == null ? made : made.when(only);
            return new RuleChain.Entry(id, exempt == null ? sometimes : sometimes.unless(exempt), mode,
                    fallbackResult);
        } catch (JsonException fault) {
            faults.add(fault.getMessage());
            return null;
        }
    }

    private String id(JsonCursor id, Set<String> ids) {
        try {
            if (!RuleChain.Entry.isKebabCase(id.string())) {
                throw id.expected("kebab-case such as blocked-words");
            }
            if (!ids.add(id.string())) {
                throw id.error("the id \"" + id.string() + "\" is taken in this chain");
            }
            return id.string();
        } catch (JsonException fault) {
            faults.add(fault.getMessage());
            return "";
        }
    }

    private @Nullable Condition condition(JsonCursor condition) {
        try {
            return condition.isMissing() ? null : Condition.read(condition, faults);
        } catch (JsonException fault) {
            faults.add(fault.getMessage());
            return null;
        }
    }

    private static String said(@Nullable Condition only, @Nullable Condition exempt) {
        return (only == null ? "" : "when " + only) + (only == null || exempt == null ? "" : ", ")
                + (exempt == null ? "" : "unless " + exempt);
    }

    private @Nullable ReviewRule make(JsonCursor rule) throws JsonException {
        JsonCursor type = rule.member("type");
        RuleFactory factory = factories.of(type.string());
        if (factory == null) {
            throw type.expected("one of " + String.join(", ", factories.types()));
        }
        int before = faults.size();
        RuleOptions options = new RuleOptions(rule.memberOrEmpty("options"), faults);
        try {
            ReviewRule made = Objects.requireNonNull(factory.create(options, services),
                    "its factory made no rule");
            options.noteUnknown();
            return faults.size() == before ? made : null;
        } catch (RuntimeException refused) {
            if (faults.size() == before) {
                throw rule.error(String.valueOf(refused.getMessage()));
            }
            return null;
        }
    }

    /** The upper-case name of the value, where it is one of those allowed; of the default where it is not. */
    private String oneOf(JsonCursor value, String defaultValue, List<String> allowed) throws JsonException {
        boolean sound = value.isString() && allowed.contains(value.string());
        if (!sound && !value.isMissing()) {
            faults.add(value.expected("one of " + String.join(", ", allowed)).getMessage());
        }
        return (sound ? value.string() : defaultValue).toUpperCase(Locale.ROOT);
    }
}
