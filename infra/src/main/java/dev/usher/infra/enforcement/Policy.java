// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When what is done. Immutable.
 *
 * @param callsPerSecond how often each operation of the service is called at most, by one function at work
 * @param secondLook null where messages are judged once
 */
record Policy(int callsPerSecond, List<Trigger> triggers, @Nullable SecondLook secondLook) {
    Policy {
        triggers = List.copyOf(triggers);
    }

    /**
     * So many refused messages of one user in one room, in so much time.
     *
     * @param rules whose refusals count; empty for all
     * @param rest after which it may be pulled again for the same user: refusals that were under way are no new offence
     */
    record Trigger(String id, Set<String> rules, int denials, Duration within, Duration rest,
            List<Sanction> sanctions) {
        Trigger {
            rules = Set.copyOf(rules);
            sanctions = List.copyOf(sanctions);
        }

        boolean counts(String rule) {
            return rules.isEmpty() || rules.contains(rule);
        }
    }

    /**
     * What a slower judge is asked about.
     *
     * @param rules whose annotation asks for it; empty for all
     * @param threshold the score, 0 to 1, from which on the sanctions follow
     */
    record SecondLook(Set<String> rules, double threshold, List<Sanction> sanctions) {
        SecondLook {
            rules = Set.copyOf(rules);
            sanctions = List.copyOf(sanctions);
        }

        boolean wants(List<String> annotatedBy) {
            for (String rule : annotatedBy) {
                if (rules.isEmpty() || rules.contains(rule)) {
                    return true;
                }
            }
            return false;
        }
    }
}
