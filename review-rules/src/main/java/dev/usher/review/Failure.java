// SPDX-License-Identifier: Apache-2.0
package dev.usher.review;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule's own answer did not count. Immutable.
 *
 * @param detail for the log, such as {@code "java.lang.IllegalStateException"}; never a part of the message, nor what
 *     an exception says, which may quote it
 * @param thrown what the rule threw; null for every other cause
 */
public record Failure(Cause cause, String detail, @Nullable Throwable thrown) {
    /** The ways in which a rule fails. */
    public enum Cause {
        /** It threw. */
        THREW,
        /** It returned null. */
        NO_VERDICT,
        /** Its edit breaks the contract's limits. */
        OVER_LIMIT,
        /** It had not answered when the deadline passed, or its turn came too late. */
        LATE,
        /** It still hangs in an earlier message and was not started again. */
        HUNG
    }

    public Failure {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(detail, "detail");
    }

    static Failure threw(Throwable thrown) {
        return new Failure(Cause.THREW, thrown.getClass().getName(), thrown);
    }

    static Failure of(Cause cause, String detail) {
        return new Failure(cause, detail, null);
    }
}
