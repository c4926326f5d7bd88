// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import dev.usher.json.JsonReader;
import dev.usher.lambda.FunctionError;
import java.nio.charset.StandardCharsets;

/** What a function's error says, out of the JSON that the runtime client wraps it in. */
final class ErrorText {
    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(8 << 20, 64);

    private ErrorText() {}

    /** Such as {@code java.lang.IllegalArgumentException: rules[0].id: expected ...}; the payload where it is else. */
    static String of(FunctionError error) {
        try {
            JsonCursor payload = JsonCursor
                    .root(JsonReader.read(error.payload().getBytes(StandardCharsets.UTF_8), LIMITS));
            JsonCursor type = payload.member("errorType");
            return (type.isString() ? type.string() : error.type()) + ": "
                    + payload.member("errorMessage").string();
        } catch (JsonException other) {
            return error.type() + ": " + error.payload();
        }
    }
}
