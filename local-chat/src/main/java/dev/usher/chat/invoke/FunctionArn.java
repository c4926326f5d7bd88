// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.invoke;

/**
 * A function as callers name it: by ARN or by bare name, either with a version or an alias behind. Immutable.
 *
 * @param value as it was given
 * @param name the function's name alone
 */
public record FunctionArn(String value, String name) {
    private static final String MARK = ":function:";

    /** Reads {@code arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]} or {@code NAME[:QUALIFIER]}. */
    public static FunctionArn of(String value) {
        int mark = value.indexOf(MARK);
        String rest = mark < 0 ? value : value.substring(mark + MARK.length());
        int colon = rest.indexOf(':');
        return new FunctionArn(value, colon < 0 ? rest : rest.substring(0, colon));
    }

    /** The ARN without version or alias. */
    String unqualified() {
        int mark = value.indexOf(MARK);
        return mark < 0 ? name : value.substring(0, mark + MARK.length()) + name;
    }
}
