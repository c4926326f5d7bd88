// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What surrounds the command.
 *
 * @param out answers go here, as bytes, and nothing else does
 * @param err everything for a reader's eye
 * @param home the folder of the repository, where what was built lies
 * @param isTerminal whether {@code err} is looked at while it is written
 */
record Console(InputStream in, OutputStream out, PrintStream err, Path home, boolean isTerminal) {}
