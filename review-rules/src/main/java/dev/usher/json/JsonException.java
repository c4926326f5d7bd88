// SPDX-License-Identifier: Apache-2.0
package dev.usher.json;

/**
 * Says where a JSON text is not what was expected: {@code "Sender.UserId: expected a string, found 5"} or
 * {@code "line 3, column 7: expected ',' or '}', found ']'"}.
 *
 * <p>Carries no stack trace: it is an answer to hostile input, and must stay cheap.
 */
public final class JsonException extends Exception {
    public JsonException(String message) {
        super(message, null, false, false);
    }
}
