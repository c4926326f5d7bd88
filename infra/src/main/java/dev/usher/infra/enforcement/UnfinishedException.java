// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import org.jspecify.annotations.Nullable;

/** Something of a batch could not be done yet: Lambda is to bring the batch again, and what was done stays done. */
public final class UnfinishedException extends RuntimeException {
    UnfinishedException(int deeds, @Nullable Exception last) {
        super(deeds + " to do again; the last said "
                + (last == null ? "busy" : last.getClass().getSimpleName()),
                last);
    }
}
