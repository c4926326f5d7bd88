// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.review.ReviewRequest;
import dev.usher.rules.Action;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The {@code "options"} of one rule. Each method asks for one of them; where it is missing the answer is the default,
 * and where it is faulty the fault is noted with its path and the answer is the default too, so that one look at a
 * file finds all its faults. One thread at a time.
 */
public final class RuleOptions {
    private static final String DEFAULT_ATTRIBUTE = "usher";

    private final JsonCursor options;
    private final List<String> faults;
    private final String owner;
    private final @Nullable RuleReader reader;
    private final List<Option> asked = new ArrayList<>();

    /**
     * The options of one rule.
     *
     * @param owner the rule's chain and id
     * @param reader reads rules that stand in options; null where none can
     */
    RuleOptions(JsonCursor options, List<String> faults, String owner, @Nullable RuleReader reader) {
        this.options = options;
        this.faults = faults;
        this.owner = owner;
        this.reader = reader;
    }

    /** The rule's chain and id, such as {@code "default/flood"}: under it a rule that remembers keeps what is its own. */
    public String owner() {
        return owner;
    }

    /**
     * Rules that belong to this one. They follow it in its chain, under ids of their own, and are asked only where this
     * rule's conditions and the given one hold.
     *
     * @param condition must not block
     */
    public void rules(String name, Predicate<? super ReviewRequest> condition) {
        JsonCursor rules = ask(Option.rules(name));
        if (reader != null && !rules.isMissing()) {
            reader.nested(rules, condition);
        }
    }

    /** A text; empty if not said and nothing else is given. */
    public String string(String name, String defaultValue) {
        JsonCursor option = ask(Option.string(name, defaultValue));
        try {
            return option.isMissing() ? defaultValue : option.string();
        } catch (JsonException fault) {
            return note(fault, defaultValue);
        }
    }

    /** A list of texts, none of them empty; empty if not said. */
    public List<String> strings(String name) {
        JsonCursor option = ask(Option.strings(name));
        int before = faults.size();
        List<String> strings = new ArrayList<>();
        try {
            if (!option.isMissing()) {
                for (JsonCursor element : option.elements()) {
                    strings.add(nonEmpty(element));
                }
            }
        } catch (JsonException fault) {
            return note(fault, List.of());
        }
        return faults.size() == before ? strings : List.of();
    }

    /** Lists of texts by name, none of them empty; empty if not said. */
    public Map<String, List<String>> stringLists(String name) {
        JsonCursor option = ask(Option.stringLists(name));
        Map<String, List<String>> lists = new LinkedHashMap<>();
        try {
            if (!option.isMissing()) {
                for (String key : option.names()) {
                    lists.put(key, Members.strings(option.member(key)));
                }
            }
        } catch (JsonException fault) {
            return note(fault, Map.of());
        }
        return lists;
    }

    /** True or false. */
    public boolean flag(String name, boolean defaultValue) {
        JsonCursor option = ask(Option.flag(name, defaultValue));
        try {
            return option.isMissing() ? defaultValue : option.flag();
        } catch (JsonException fault) {
            return note(fault, defaultValue);
        }
    }

    /** A whole number between the two, both included. */
    public int integer(String name, int defaultValue, int min, int max) {
        JsonCursor option = ask(Option.integer(name, defaultValue, min, max));
        try {
            return option.isMissing() ? defaultValue : option.integer(min, max);
        } catch (JsonException fault) {
            return note(fault, defaultValue);
        }
    }

    /** A number between the two, both included. */
    public double decimal(String name, double defaultValue, double min, double max) {
        JsonCursor option = ask(Option.decimal(name, defaultValue, min, max));
        try {
            return option.isMissing() ? defaultValue : option.decimal(min, max);
        } catch (JsonException fault) {
            return note(fault, defaultValue);
        }
    }

    /** A time longer than nothing, in ISO 8601 such as {@code PT10S}. */
    public Duration duration(String name, Duration defaultValue) {
        JsonCursor option = ask(Option.duration(name, defaultValue));
        try {
            return option.isMissing() ? defaultValue : parseDuration(option);
        } catch (JsonException fault) {
            return note(fault, defaultValue);
        }
    }

    /** One of the constants of an enum, written in kebab-case. */
    public <E extends Enum<E>> E oneOf(String name, E defaultValue) {
        return oneOf(name, defaultValue, List.of(defaultValue.getDeclaringClass().getEnumConstants()));
    }

    /** The same for some of the constants. */
    public <E extends Enum<E>> E oneOf(String name, E defaultValue, List<E> allowed) {
        List<String> names = new ArrayList<>();
        for (E constant : allowed) {
            names.add(kebabCase(constant));
        }
        JsonCursor option = ask(Option.oneOf(name, kebabCase(defaultValue), names));
        try {
            if (option.isMissing()) {
                return defaultValue;
            }
            int index = option.isString() ? names.indexOf(option.string()) : -1;
            if (index < 0) {
                throw option.expected("one of " + String.join(", ", names));
            }
            return allowed.get(index);
        } catch (JsonException fault) {
            return note(fault, defaultValue);
        }
    }

    /**
     * What is done about the finds: the options {@code action}, {@code reason} (for deny, and for remove where
     * nothing is left) and {@code attribute} (for annotate).
     *
     * @param defaultReason what a sender is told if the file does not say
     */
    public Action action(ActionType defaultType, List<ActionType> allowed, String defaultReason) {
        ActionType type = oneOf("action", defaultType, allowed);
        String reason = string("reason", defaultReason);
        String attribute = allowed.contains(ActionType.ANNOTATE)
                ? string("attribute", DEFAULT_ATTRIBUTE)
                : DEFAULT_ATTRIBUTE;
        return switch (type) {
            case DENY -> Action.deny(reason);
            case MASK -> Action.mask();
            case REMOVE -> Action.remove(reason);
            case ANNOTATE -> Action.annotate(attribute);
        };
    }

    /** What a rule file may say under {@code action}. */
    public enum ActionType {
        DENY,
        MASK,
        REMOVE,
        ANNOTATE
    }

    /** Notes a fault of one element of a list that only the factory can see. */
    public void fault(String name, int index, String problem) {
        try {
            faults.add(options.member(name).elements().get(index).error(problem).getMessage());
        } catch (JsonException notAList) {
            faults.add(notAList.getMessage());
        }
    }

    /** Notes a fault that only the factory can see. */
    public void fault(String name, String problem) {
        try {
            faults.add(options.member(name).error(problem).getMessage());
        } catch (JsonException notAnObject) {
            faults.add(notAnObject.getMessage());
        }
    }

    /** How many faults the file has so far: whether an option is to blame that another one needs. */
    public int faultCount() {
        return faults.size();
    }

    /** All that was asked for, in order. */
    List<Option> asked() {
        return asked;
    }

    /** Notes the options that nobody asked for. */
    void noteUnknown() {
        List<String> known = new ArrayList<>();
        for (Option option : asked) {
            known.add(option.name());
        }
        try {
            Members.noteUnknown(options, known, faults);
        } catch (JsonException impossible) {
            throw new IllegalStateException("options are made of an object only", impossible);
        }
    }

    private JsonCursor ask(Option option) {
        asked.add(option);
        try {
            return options.member(option.name());
        } catch (JsonException impossible) {
            throw new IllegalStateException("options are made of an object only", impossible);
        }
    }

    private String nonEmpty(JsonCursor element) {
        try {
            return element.nonEmptyString();
        } catch (JsonException fault) {
            return note(fault, "");
        }
    }

    private <T> T note(JsonException fault, T defaultValue) {
        faults.add(fault.getMessage());
        return defaultValue;
    }

    private static Duration parseDuration(JsonCursor option) throws JsonException {
        if (option.isString()) {
            try {
                Duration duration = Duration.parse(option.string());
                if (duration.isPositive()) {
                    return duration;
                }
            } catch (DateTimeException notOne) {
                // said below, with what was found
            }
        }
        throw option.expected("an ISO-8601 duration such as PT10S");
    }

    private static String kebabCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
