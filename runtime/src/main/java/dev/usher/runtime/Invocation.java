// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import org.jspecify.annotations.Nullable;

/**
 * One event that Lambda has handed over. Immutable, but for the array.
 *
 * @param deadlineMillis when Lambda ends the process, in milliseconds since the epoch
 * @param functionArn as invoked, with its alias or version
 * @param traceId for tracing; null where Lambda sends none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is, and never compared
record Invocation(String id, byte[] event, long deadlineMillis, String functionArn,
        @Nullable String traceId) {
    Context context() {
        return new EventContext(this);
    }
}
