// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.review.Mode;
import dev.usher.review.ReviewRequest;
import dev.usher.review.ReviewResult;
import dev.usher.review.ReviewRule;
import dev.usher.review.RuleChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
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
    /** Where the rule stands that is being read, for those in its options. */
    private String chain = "";
    private Set<String> ids = Set.of();
    private String owner = "";
    private List<RuleChain.Entry> nested = List.of();

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
     * A rule in its place, and those in its options after it; empty where it has a fault, and then all its faults are
     * noted.
     *
     * @param ids those taken in the chain, to which the rule's is added
     */
    List<RuleChain.Entry> rule(String chain, JsonCursor rule, Set<String> ids) {
        return rule(chain, rule, ids, "");
    }

    private List<RuleChain.Entry> rule(String chain, JsonCursor rule, Set<String> ids, String within) {
        int before = faults.size();
        int line = lines.size();
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
            this.chain = chain;
            this.ids = ids;
            this.owner = id;
            this.nested = new ArrayList<>();
            ReviewRule made = make(rule, chain + "/" + id);
            List<RuleChain.Entry> following = nested;
            if (made == null || faults.size() > before) {
                return List.of();
            }
            lines.add(line, new RuleLine(chain, id, rule.member("type").string(), mode,
                    fallbackResult == null ? chainsFallbackResult : fallbackResult,
                    said(within, only, exempt)));
            List<RuleChain.Entry> entries = new ArrayList<>();
            entries.add(new RuleChain.Entry(id, limited(made, only, exempt), mode, fallbackResult));
            for (RuleChain.Entry inner : following) {
                entries.add(new RuleChain.Entry(inner.id(), limited(inner.rule(), only, exempt),
                        inner.mode(), inner.fallbackResult()));
            }
            return entries;
        } catch (JsonException fault) {
            faults.add(fault.getMessage());
            return List.of();
        }
    }

    /** Reads the rules that stand in the options of the rule that is being read. */
    void nested(JsonCursor rules, Predicate<? super ReviewRequest> condition) {
        String outerChain = chain;
        Set<String> outerIds = ids;
        List<RuleChain.Entry> outerNested = nested;
        String outer = owner;
        try {
            for (JsonCursor rule : rules.elements()) {
                for (RuleChain.Entry entry : rule(outerChain, rule, outerIds, "within " + outer)) {
                    outerNested
                            .add(new RuleChain.Entry(entry.id(), entry.rule().when(condition), entry.mode(),
                                    entry.fallbackResult()));
                }
            }
        } catch (JsonException noArray) {
            faults.add(noArray.getMessage());
        }
        chain = outerChain;
        ids = outerIds;
        nested = outerNested;
        owner = outer;
    }

    private static ReviewRule limited(ReviewRule rule, @Nullable Condition only, @Nullable Condition exempt) {
        ReviewRule sometimes = only == null ? rule : rule.when(only);
        return exempt == null ? sometimes : sometimes.unless(exempt);
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

    private static String said(String within, @Nullable Condition only, @Nullable Condition exempt) {
        String when = only == null ? within : within.isEmpty() ? "when " + only : within + ", when " + only;
        return when + (when.isEmpty() || exempt == null ? "" : ", ")
                + (exempt == null ? "" : "unless " + exempt);
    }

    private @Nullable ReviewRule make(JsonCursor rule, String owner) throws JsonException {
        JsonCursor type = rule.member("type");
        RuleFactory factory = factories.of(type.string());
        if (factory == null) {
            throw type.expected("one of " + String.join(", ", factories.types()));
        }
        int before = faults.size();
        RuleOptions options = new RuleOptions(rule.memberOrEmpty("options"), faults, owner, this);
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
