// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.nio.file.Path;

/** What is wrong with a list file, with the file's name before it. */
final class FileFault {
    private FileFault() {}

    static String of(Path file, IllegalArgumentException fault) {
        String problem = String.valueOf(fault.getMessage());
        return problem.startsWith(file + ": ") ? problem : file + ": " + problem;
    }
}
