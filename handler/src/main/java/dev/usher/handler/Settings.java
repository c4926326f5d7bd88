// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import dev.usher.config.RuleSet;
import dev.usher.review.Message;
import dev.usher.review.ReviewResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says; nothing else in the function reads it. Immutable. Documented in docs/SETTINGS.md.
 *
 * @param rulesFile {@code USHER_RULES}: the rules file, relative to the function's folder; null for the shipped rules
 * @param fallbackResult {@code USHER_FALLBACK_RESULT}: what an unreadable event, or a failed rule without a value of
 *     its own, counts as; DENY if not set
 * @param deadline {@code USHER_DEADLINE}: the time in which we answer, as whole milliseconds such as {@code 150ms},
 *     10 to 190; 150 if not set
 * @param maximumMessageLength {@code USHER_MAXIMUM_MESSAGE_LENGTH}: the rooms' limit in code points, 1 to 500; 500 if
 *     not set
 * @param log {@code USHER_LOG}: what is written for each message
 * @param stateTable {@code USHER_STATE_TABLE}: the DynamoDB table in which rules remember; null for this process alone
 * @param stateEndpoint {@code USHER_STATE_ENDPOINT}: where DynamoDB is; null for the service's own
 */
public record Settings(@Nullable String rulesFile, ReviewResult fallbackResult, Duration deadline,
        int maximumMessageLength, Log log, @Nullable String stateTable, @Nullable String stateEndpoint) {
    private static final int SHORTEST_DEADLINE = 10;
    private static final int LONGEST_DEADLINE = 190;
    private static final int DEFAULT_DEADLINE = 150;

    /** How much is logged. */
    public enum Log {
        /** Nothing, and so no metrics. */
        NONE,
        /** One line a message without its text, its sender, or what was found in it; the default. */
        DECISIONS,
        /** The same with the user id of whoever's message a rule refused, so that enforcement can act on it. */
        ENFORCEMENT,
        /** The same with user id and content, as the room gets it, of messages that a rule annotated. */
        SECOND_LOOK,
        /** Every line with content, user id and IP address, which are personal data. */
        FULL
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException that names every variable with an unusable value, and what it may be
     */
    public static Settings fromEnvironment(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        Settings settings = new Settings(
                set(environment, "USHER_RULES"),
                fallbackResult(environment, faults),
                Duration.ofMillis(
                        number(environment, "USHER_DEADLINE", "ms", DEFAULT_DEADLINE, SHORTEST_DEADLINE,
                                LONGEST_DEADLINE, faults)),
                number(environment, "USHER_MAXIMUM_MESSAGE_LENGTH", "", Message.MAX_CONTENT_LENGTH, 1,
                        Message.MAX_CONTENT_LENGTH, faults),
                log(environment, faults), set(environment, "USHER_STATE_TABLE"),
                set(environment, "USHER_STATE_ENDPOINT"));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return settings;
    }

    RuleSet.Defaults ruleDefaults() {
        return new RuleSet.Defaults(fallbackResult, maximumMessageLength);
    }

    private static ReviewResult fallbackResult(Map<String, String> environment, List<String> faults) {
        String value = set(environment, "USHER_FALLBACK_RESULT");
        if (value == null || value.equals("DENY")) {
            return ReviewResult.DENY;
        } else if (!value.equals("ALLOW")) {
            faults.add("USHER_FALLBACK_RESULT: expected ALLOW or DENY, found \"" + value + "\"");
        }
        return ReviewResult.ALLOW;
    }

    private static Log log(Map<String, String> environment, List<String> faults) {
        String value = set(environment, "USHER_LOG");
        if (value == null || value.equals("decisions")) {
            return Log.DECISIONS;
        } else if (value.equals("full")) {
            return Log.FULL;
        } else if (value.equals("enforcement")) {
            return Log.ENFORCEMENT;
        } else if (value.equals("second-look")) {
            return Log.SECOND_LOOK;
        } else if (!value.equals("none")) {
            faults.add("USHER_LOG: expected none, decisions, enforcement, second-look or full, found \""
                    + value + "\"");
        }
        return Log.NONE;
    }

    private static int number(Map<String, String> environment, String name, String unit, int defaultValue,
            int min,
            int max, List<String> faults) {
        String value = set(environment, name);
        if (value == null) {
            return defaultValue;
        }
        if (value.endsWith(unit)) {
            try {
                int number = Integer.parseInt(value.substring(0, value.length() - unit.length()));
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException notOne) {
                // said below, with what was found
            }
        }
        faults.add(name + ": expected " + min + unit + " to " + max + unit + ", found \"" + value + "\"");
        return defaultValue;
    }

    /** The value; null where it is missing or empty, as a template's empty parameter leaves it. */
    private static @Nullable String set(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
