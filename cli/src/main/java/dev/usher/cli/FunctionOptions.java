// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.config.RuleSet;
import dev.usher.review.Message;
import dev.usher.review.ReviewResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which functions review, and how they are run. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class FunctionOptions {
    // @formatter:off
    @Option(names = "--rules", paramLabel = "FILE",
            description = "the rules of the handler; those that ship if not given. The file is read again whenever it"
                    + " changes")
    private @Nullable Path rules;
    @Option(names = "--fallback", paramLabel = "ALLOW|DENY", defaultValue = "DENY",
            description = "what a failed rule counts as, and the fallbackResult of the rooms of --room;"
                    + " ${DEFAULT-VALUE} if not given")
    private ReviewResult fallbackResult;
    @Option(names = "--function", paramLabel = "ARN=WHAT",
            description = "what stands behind a function, by ARN or bare name: in-process (the shipped handler), the"
                    + " folder of an artifact (FOLDER[#CLASS::METHOD]), or the http:// address of a Lambda Invoke endpoint such as sam local"
                    + " start-lambda; may be repeated")
    private Map<String, String> functions = Map.of();
    @Option(names = "--only-mapped",
            description = "there are no functions but those of --function: rooms cannot be given any other, as in the"
                    + " service. Without it, every other one is the shipped handler")
    private boolean onlyMapped;
    // @formatter:on

    @Nullable
    Path rules() {
        return rules;
    }

    ReviewResult fallbackResult() {
        return fallbackResult;
    }

    boolean onlyMapped() {
        return onlyMapped;
    }

    RuleSet.Defaults defaults() {
        return new RuleSet.Defaults(fallbackResult, Message.MAX_CONTENT_LENGTH);
    }

    /** By ARN or name, in the order given. */
    Map<String, FunctionSource> sources() {
        Map<String, FunctionSource> sources = new LinkedHashMap<>();
        functions.forEach((arn, what) -> sources.put(arn, ProcessOptions.source(what, "--function " + arn)));
        return sources;
    }
}
