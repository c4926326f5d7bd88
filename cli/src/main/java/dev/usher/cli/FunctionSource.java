// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands behind a function's ARN, as {@code --function ARN=WHAT} says it. Immutable. */
sealed interface FunctionSource {
    /** The shipped handler inside this process. */
    record InProcess() implements FunctionSource {}

    /** Real processes of an artifact. */
    record Artifact(Path folder, String handler) implements FunctionSource {}

    /** An Invoke endpoint such as {@code sam local start-lambda}. */
    record Endpoint(URI address) implements FunctionSource {}

    /**
     * Reads {@code in-process}, {@code http://…}, or {@code FOLDER[#CLASS::METHOD]}.
     *
     * @throws IllegalArgumentException where it is none of them
     */
    static FunctionSource of(String what, String handler) {
        if (what.equals("in-process")) {
            return new InProcess();
        } else if (what.startsWith("http://") || what.startsWith("https://")) {
            return new Endpoint(URI.create(what));
        }
        int mark = what.indexOf('#');
        Path folder = Path.of(mark < 0 ? what : what.substring(0, mark));
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "expected in-process, the folder of an artifact, or an http:// address"
                            + " of a Lambda Invoke endpoint, found \"" + what + "\""
                            + (Files.exists(folder) ? "" : ", which is no folder"));
        }
        return new Artifact(folder, mark < 0 ? handler : what.substring(mark + 1));
    }
}
