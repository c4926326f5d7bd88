// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.List;
import java.util.Objects;

/**
 * One rule's answer about one message. There are these three and no fourth; an exemption is
 * {@link ReviewRule#unless}.
 *
 * <p>It says {@code Pass} and not "allow": one rule's approval is never the last word. Immutable.
 */
public sealed interface Verdict {
    /** What the rule found; empty for a pass, and where the rule does not say. */
    List<Match> matches();

    /** The rule has nothing against the message. */
    static Verdict pass() {
        return Pass.INSTANCE;
    }

    /** The rule wants the message changed: the rules after it, and in the end the room, see the given one. */
    static Verdict edit(Message message) {
        return new Edit(message, List.of());
    }

    /**
     * The rule refuses the message, and the review ends.
     *
     * @param reason what the sender is told; no matched term, no detail that helps to get around the rule
     */
    static Verdict deny(String reason) {
        return new Deny(reason, List.of());
    }

    /** See {@link Verdict#pass}. */
    record Pass() implements Verdict {
        private static final Pass INSTANCE = new Pass();

        @Override
        public List<Match> matches() {
            return List.of();
        }
    }

    /** See {@link Verdict#edit}. */
    record Edit(Message message, List<Match> matches) implements Verdict {
        public Edit {
            Objects.requireNonNull(message, "message");
            matches = List.copyOf(matches);
        }
    }

    /** See {@link Verdict#deny}. */
    record Deny(String reason, List<Match> matches) implements Verdict {
        public Deny {
            Objects.requireNonNull(reason, "reason");
            matches = List.copyOf(matches);
        }
    }
}
