// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import dev.usher.review.Match;
import dev.usher.review.Message;
import dev.usher.review.Verdict;
import java.util.List;
import java.util.Objects;

/** What is done about the finds of a {@link Detector}. Immutable. */
public sealed interface Action {
    /** The verdict on a message with at least one find. */
    Verdict apply(Message message, List<Match> matches);

    /** Refuses the message; the sender is told the reason. */
    static Action deny(String reason) {
        return new Deny(reason);
    }

    /** Puts a {@code *} in the place of each character found, as a reader counts characters. */
    static Action mask() {
        return new Mask();
    }

    /**
     * Takes the finds out, and the space before each; refuses the message where nothing to read is left.
     *
     * @param reason what the sender is told then
     */
    static Action remove(String reason) {
        return new Remove(reason);
    }

    /**
     * Lets the message through with an attribute that lists the kinds found, such as {@code "link,email"}, for
     * whoever watches the room. An attribute of that name is added to, not replaced: a sender who sets it can only
     * flag himself.
     */
    static Action annotate(String attribute) {
        return new Annotate(attribute);
    }

    /** See {@link Action#deny}. */
    record Deny(String reason) implements Action {
        public Deny {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Verdict apply(Message message, List<Match> matches) {
            return new Verdict.Deny(reason, matches);
        }
    }

    /** See {@link Action#mask}. */
    record Mask() implements Action {
        @Override
        public Verdict apply(Message message, List<Match> matches) {
            return new Verdict.Edit(message.withContent(Masking.mask(message.content(), matches)), matches);
        }
    }

    /** See {@link Action#remove}. */
    record Remove(String reason) implements Action {
        public Remove {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Verdict apply(Message message, List<Match> matches) {
            String rest = Masking.remove(message.content(), matches);
            return Invisible.isAll(rest) ? new Verdict.Deny(reason, matches)
                    : new Verdict.Edit(message.withContent(rest), matches);
        }
    }

    /** See {@link Action#annotate}. */
    record Annotate(String attribute) implements Action {
        public Annotate {
            Objects.requireNonNull(attribute, "attribute");
        }

        @Override
        public Verdict apply(Message message, List<Match> matches) {
            String value = message.attributes().getOrDefault(attribute, "");
            for (Match match : matches) {
                if (!("," + value + ",").contains("," + match.kind() + ",")) {
                    value = value.isEmpty() ? match.kind() : value + "," + match.kind();
                }
            }
            return new Verdict.Edit(message.withAttribute(attribute, value), matches);
        }
    }
}
