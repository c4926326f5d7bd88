// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import java.io.IOException;
import java.nio.file.Path;

/** What a rule may use beside its options. */
@FunctionalInterface
public interface RuleServices {
    /**
     * The bytes of a file that the options name.
     *
     * @throws IOException where it cannot be read
     */
    byte[] file(String name) throws IOException;

    /** Files in the folder of the given rules file, or below it. */
    static RuleServices beside(Path rulesFile) {
        return new FilesBeside(rulesFile);
    }
}
