// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.util.regex.Pattern;

/**
 * A room's message review handler. Immutable.
 *
 * @param handlerArn the contract's {@code uri}; of a function, a version or an alias
 */
public record Wiring(String handlerArn, FallbackResult fallbackResult) {
    private static final int LONGEST_ARN = 170;
    private static final Pattern ARN = Pattern.compile("arn:aws:lambda:[a-z0-9-]+:[0-9]{12}:function:.+");

    /** What keeps an ARN from being a handler's, or an empty text. */
    public static String faultOf(String arn) {
        if (arn.length() > LONGEST_ARN) {
            return "expected at most " + LONGEST_ARN + " characters, found " + arn.length();
        }
        return ARN.matcher(arn).matches()
                ? ""
                : "expected the ARN of a Lambda function, version or alias such as"
                        + " arn:aws:lambda:us-west-2:123456789012:function:review:live, found \"" + arn
                        + "\"";
    }

    /** Such as {@code arn:… (fallbackResult DENY)}. */
    @Override
    public String toString() {
        return handlerArn + " (fallbackResult " + fallbackResult + ")";
    }
}
