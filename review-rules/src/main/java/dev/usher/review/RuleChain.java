// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The law of the chain:
 *
 * <blockquote>Rules run in order. An edit flows on to the next rule. The first deny ends the review. Otherwise the
 * message is allowed as last edited. A rule that throws, returns null, breaks the contract's limits with its edit,
 * or has not answered when the deadline passes counts as its {@code fallbackResult}: ALLOW as if it passed, DENY as
 * if it denied. A rule in {@link Mode#OBSERVE} is asked and reported, and changes nothing.</blockquote>
 *
 * <p>Rules that follow reviews are told the result when it stands, and cannot change it.
 *
 * <p>Thread-safe; one chain serves many messages at once.
 */
public final class RuleChain {
    /** What the sender is told where a failed rule counts as DENY. */
    public static final String NOT_REVIEWED = "The message could not be reviewed. Please try again.";

    private final List<ChainedRule> rules;
    private final int maximumMessageLength;
    /** Null where every rule is bounded, and the caller's thread does it all. */
    private final @Nullable Executor workers;

    private RuleChain(List<ChainedRule> rules, int maximumMessageLength, @Nullable Executor workers) {
        this.rules = rules;
        this.maximumMessageLength = maximumMessageLength;
        this.workers = areBounded(rules) ? null : workers != null ? workers : Workers.shared();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The rules' ids in the order in which they run. */
    public List<String> ruleIds() {
        return rules.stream().map(ChainedRule::id).toList();
    }

    private static boolean areBounded(List<ChainedRule> rules) {
        for (ChainedRule rule : rules) {
            if (!rule.isBounded()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reviews one message. Answers at the deadline at the latest, but for the time that a bounded rule overruns it.
     *
     * @throws VirtualMachineError where the machine itself fails, as when memory runs out; a rule's
     *     {@link StackOverflowError} is the rule's failure. No rule's exception gets out
     */
    public ReviewReport review(ReviewRequest request, Deadline deadline) {
        Review review = new Review(rules, request, deadline, maximumMessageLength);
        if (workers == null) {
            review.run();
        } else {
            workers.execute(review::runOnWorker);
            review.awaitDeadline();
        }
        return review.report();
    }

    /** Puts a chain together. One thread at a time. */
    public static final class Builder {
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private ReviewResult fallbackResult = ReviewResult.DENY;
        private int maximumMessageLength = Message.MAX_CONTENT_LENGTH;
        private @Nullable Executor workers;

        private Builder() {}

        /** What a failed rule counts as that has no value of its own; DENY if never said. */
        public Builder fallbackResult(ReviewResult result) {
            this.fallbackResult = Objects.requireNonNull(result, "result");
            return this;
        }

        /** The room's limit on content, in code points, 1 to 500; an edit beyond it is a failure. 500 if never said. */
        public Builder maximumMessageLength(int codePoints) {
            if (codePoints < 1 || codePoints > Message.MAX_CONTENT_LENGTH) {
                throw new IllegalArgumentException(
                        "maximumMessageLength: expected 1 to 500, found " + codePoints);
            }
            this.maximumMessageLength = codePoints;
            return this;
        }

        /** Where rules run that are not bounded: a new or idle thread a review. Daemon threads if never said. */
        public Builder workers(Executor executor) {
            this.workers = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /** Adds a rule at the end. */
        public Builder add(String id, ReviewRule rule) {
            return add(Entry.of(id, rule));
        }

        /**
         * Adds a rule at the end.
         *
         * @throws IllegalArgumentException where the id is taken
         */
        public Builder add(Entry entry) {
            if (entries.putIfAbsent(entry.id(), entry) != null) {
                throw new IllegalArgumentException("two rules with the id \"" + entry.id() + "\"");
            }
            return this;
        }

        /** A chain without rules allows everything. */
        public RuleChain build() {
            List<ChainedRule> rules = new ArrayList<>();
            for (Entry entry : entries.values()) {
                ReviewResult own = entry.fallbackResult();
                rules.add(new ChainedRule(entry.id(), entry.rule(), entry.mode(),
                        own == null ? fallbackResult : own));
            }
            return new RuleChain(List.copyOf(rules), maximumMessageLength, workers);
        }
    }

    /**
     * A rule's place in a chain. Immutable.
     *
     * @param id in kebab-case; the same string is the key in the log, the metrics, the tests and the configuration
     * @param fallbackResult what the rule counts as when it fails; null for the chain's
     */
    public record Entry(String id, ReviewRule rule, Mode mode, @Nullable ReviewResult fallbackResult) {
        public Entry {
            if (!isKebabCase(id)) {
                throw new IllegalArgumentException(
                        "a rule's id: expected kebab-case such as \"blocked-words\", found \"" + id + "\"");
            }
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(mode, "mode");
        }

        public static Entry of(String id, ReviewRule rule) {
            return new Entry(id, rule, Mode.ENFORCE, null);
        }

        /** The same rule, asked and reported, and nothing carried out. */
        public Entry observe() {
            return new Entry(id, rule, Mode.OBSERVE, fallbackResult);
        }

        public Entry fallbackResult(ReviewResult result) {
            return new Entry(id, rule, mode, result);
        }

        /** Whether the text is made of lower-case letters and digits with single hyphens between them. */
        public static boolean isKebabCase(String id) {
            boolean boundary = true;
            for (int i = 0; i < id.length(); i++) {
                char c = id.charAt(i);
                if (c == '-' ? boundary : !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                    return false;
                }
                boundary = c == '-';
            }
            return !boundary;
        }
    }
}
