// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What follows a verdict. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class EnforceOptions {
    private static final String SHIPPED = "(the shipped one)";

    // @formatter:off
    @Option(names = "--enforce", paramLabel = "POLICY", arity = "0..1", fallbackValue = SHIPPED,
            description = "does what a policy wants about those whose messages are refused, such as to disconnect and"
                    + " to ban them (docs/ENFORCEMENT.md); the shipped policy if no file is given")
    private @Nullable String policy;
    // @formatter:on

    /** What is to be told of decisions; null where nothing follows them. */
    @Nullable
    Enforcement enforcement(PrintStream err) throws IOException {
        if (policy == null) {
            return null;
        }
        if (policy.equals(SHIPPED)) {
            return new Enforcement("the policy that ships", null, err);
        }
        Path file = Path.of(policy);
        try {
            return new Enforcement(policy, Files.readAllBytes(file), err);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--enforce: " + RulesSource.why(unreadable, file), unreadable);
        }
    }
}
