// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.util.Objects;

/**
 * What the runtime client says where the function threw. Immutable.
 *
 * @param type the client's own, such as {@code Runtime.UserException} or {@code Runtime.BadFunctionCode}
 * @param payload JSON with {@code errorMessage}, {@code errorType} and {@code stackTrace}
 */
public record FunctionError(String type, String payload) {
    public FunctionError {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(payload, "payload");
    }
}
