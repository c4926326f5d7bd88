// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** See {@link RuleServices#beside}. */
record FilesBeside(Path rulesFile) implements RuleServices {
    @Override
    public byte[] file(String name) throws IOException {
        return Files.readAllBytes(rulesFile.resolveSibling(name));
    }
}
