// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way through the chain. Thread-safe: one thread runs the rules, and the caller's may close the
 * review at the deadline; all state is guarded by this object's monitor, which no rule runs under.
 */
final class Review {
    private static final Failure TOO_LATE = Failure.of(Failure.Cause.LATE,
            "the deadline had passed before its turn");

    private static final Failure NOT_TOLD = Failure.of(Failure.Cause.LATE,
            "no time left to tell it the result");

    private final List<ChainedRule> rules;
    private final ReviewRequest original;
    private final Deadline deadline;
    private final int maximumMessageLength;
    private final List<Step> steps;

    private ReviewRequest current;
    private @Nullable String denial;
    private @Nullable VirtualMachineError fatal;
    private @Nullable Thread worker;
    private @Nullable ChainedRule running;
    /** When the rule that runs began, which is when the one before it ended. */
    private long startedAt;
    /** Whether the rule that runs is being told the result, and no more asked. */
    private boolean telling;
    private boolean closed;

    Review(List<ChainedRule> rules, ReviewRequest request, Deadline deadline, int maximumMessageLength) {
        this.rules = rules;
        this.original = request;
        this.current = request;
        this.deadline = deadline;
        this.maximumMessageLength = maximumMessageLength;
        this.steps = new ArrayList<>(rules.size());
    }

    /** Asks the rules in order, until one denies, all are asked, or the review is closed. */
    void run() {
        ChainedRule rule = begin();
        while (rule != null) {
            Verdict verdict = null;
            Failure failure = null;
            try {
                verdict = rule.review(requestNow(), deadline);
            } catch (Throwable thrown) {
                failure = Failure.threw(thrown);
                if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
                    end(rule, null, failure);
                    throw error;
                }
                if (thrown instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
            }
            rule = endAndBegin(rule, verdict, failure);
        }
        tell();
    }

    /** Tells the result to those who follow reviews. */
    private void tell() {
        ReviewReport report = null;
        for (int i = 0; i < rules.size(); i++) {
            ChainedRule rule = rules.get(i);
            if (rule.followsReviews() && beginTelling(rule)) {
                report = report == null ? report() : report;
                Failure failure = null;
                try {
                    rule.reviewed(original, report, deadline);
                } catch (Throwable thrown) {
                    failure = Failure.threw(thrown);
                    if (thrown instanceof VirtualMachineError error
                            && !(thrown instanceof StackOverflowError)) {
                        endTelling(rule, failure);
                        throw error;
                    }
                    if (thrown instanceof InterruptedException) {
                        Thread.currentThread().interrupt();
                    }
                }
                endTelling(rule, failure);
            }
        }
    }

    private synchronized boolean beginTelling(ChainedRule rule) {
        if (closed || rule.hangs()) {
            return false; // answered for, or its failure stands in the report already
        }
        if (deadline.isPassed()) {
            noteUntold(rule, Duration.ZERO, NOT_TOLD);
            return false;
        }
        telling = true;
        running = rule;
        startedAt = deadline.now();
        return true;
    }

    private synchronized void endTelling(ChainedRule rule, @Nullable Failure failure) {
        running = null;
        telling = false;
        if (closed) {
            rule.cameBack();
        } else if (failure != null) {
            noteUntold(rule, Duration.ofNanos(deadline.now() - startedAt), failure);
        }
    }

    /** The result stands: a step that is observed, and passes. */
    private void noteUntold(ChainedRule rule, Duration took, Failure failure) {
        steps.add(new Step(rule.id(), Mode.OBSERVE, Verdict.pass(), took, failure));
    }

    /** The same on another thread than the caller's, which waits in {@link #awaitDeadline}. */
    void runOnWorker() {
        synchronized (this) {
            if (closed) {
                return;
            }
            worker = Thread.currentThread();
        }
        try {
            run();
        } catch (VirtualMachineError error) {
            synchronized (this) {
                fatal = error;
            }
        } finally {
            synchronized (this) {
                worker = null;
                closed = true;
                notifyAll();
            }
        }
    }

    /** Waits until the worker is done; at the deadline closes the review over it, and answers for the rest. */
    synchronized void awaitDeadline() {
        try {
            for (long left = deadline.remainingNanos(); !closed
                    && left > 0; left = deadline.remainingNanos()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // someone stops the caller: the same as no time left
        }
        if (!closed) {
            close();
        }
    }

    synchronized ReviewReport report() {
        if (fatal != null) {
            throw fatal;
        }
        ReviewResult result = denial == null ? ReviewResult.ALLOW : ReviewResult.DENY;
        return new ReviewReport(result, current.message(), denial, steps);
    }

    /** The next rule to ask, marked as running; null where there is none. Counts those out that cannot be asked. */
    private synchronized @Nullable ChainedRule begin() {
        startedAt = deadline.now();
        return next();
    }

    /** One rule's end is the next one's begin, by one look at the clock. */
    private synchronized @Nullable ChainedRule endAndBegin(ChainedRule rule, @Nullable Verdict verdict,
            @Nullable Failure failure) {
        end(rule, verdict, failure);
        return next();
    }

    private @Nullable ChainedRule next() {
        while (!closed && denial == null && steps.size() < rules.size()) {
            ChainedRule rule = rules.get(steps.size());
            if (rule.hangs()) {
                skip(rule, Failure.of(Failure.Cause.HUNG, "hangs in an earlier message"));
            } else if (deadline.isPassed(startedAt)) {
                skip(rule, TOO_LATE);
            } else {
                running = rule;
                return rule;
            }
        }
        return null;
    }

    private synchronized void end(ChainedRule rule, @Nullable Verdict verdict, @Nullable Failure failure) {
        running = null;
        long now = deadline.now();
        if (closed) {
            rule.cameBack();
        } else if (failure != null) {
            take(rule, null, failure, now);
        } else if (verdict == null) {
            take(rule, null, Failure.of(Failure.Cause.NO_VERDICT, "returned null"), now);
        } else if (deadline.isPassed(now)) {
            take(rule, null, Failure.of(Failure.Cause.LATE, "answered after the deadline"), now);
        } else {
            String violation = verdict instanceof Verdict.Edit edit
                    ? edit.message().violation(maximumMessageLength)
                    : null;
            take(rule, verdict, violation == null ? null : Failure.of(Failure.Cause.OVER_LIMIT, violation),
                    now);
        }
        startedAt = now;
    }

    /** Answers for the rule that hangs and for all after it. */
    private void close() {
        closed = true;
        if (running != null) {
            running.givenUp();
            Failure late = Failure.of(Failure.Cause.LATE, "no answer at the deadline");
            if (telling) {
                noteUntold(running, Duration.ofNanos(deadline.now() - startedAt), late);
            } else {
                take(running, null, late, deadline.now());
            }
        }
        if (worker != null) {
            worker.interrupt();
        }
        while (denial == null && steps.size() < rules.size()) {
            skip(rules.get(steps.size()), TOO_LATE);
        }
    }

    private void take(ChainedRule rule, @Nullable Verdict given, @Nullable Failure failure, long now) {
        note(rule, failure == null ? Objects.requireNonNull(given) : fallback(rule),
                Duration.ofNanos(now - startedAt), failure);
    }

    private void skip(ChainedRule rule, Failure failure) {
        note(rule, fallback(rule), Duration.ZERO, failure);
    }

    /** Adds the step and carries its verdict out. */
    private void note(ChainedRule rule, Verdict verdict, Duration took, @Nullable Failure failure) {
        steps.add(new Step(rule.id(), rule.mode(), verdict, took, failure));
        if (rule.mode() == Mode.OBSERVE) {
            return;
        }
        // Not a switch: the bootstrap of a pattern switch is a cost at start-up that the first message would wait for.
        if (verdict instanceof Verdict.Edit edit) {
            current = current.withMessage(edit.message());
        } else if (verdict instanceof Verdict.Deny deny) {
            denial = deny.reason();
        }
    }

    private static Verdict fallback(ChainedRule rule) {
        return rule.fallbackResult() == ReviewResult.ALLOW
                ? Verdict.pass()
                : Verdict.deny(RuleChain.NOT_REVIEWED);
    }

    private synchronized ReviewRequest requestNow() {
        return current;
    }
}
