// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.config.RuleServices;
import dev.usher.config.RuleSet;
import dev.usher.config.RulesException;
import dev.usher.handler.MessageReviewer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a rules file for a command, and tells what is wrong with it. */
final class RulesSource {
    private RulesSource() {}

    /** The rules of the file, or the shipped ones; null where they cannot be used, which was told. */
    static @Nullable RuleSet read(@Nullable Path file, RuleSet.Defaults defaults, PrintStream err) {
        try {
            return file == null
                    ? MessageReviewer.shippedRules(defaults)
                    : RuleSet.read(Files.readAllBytes(file), RuleServices.beside(file), defaults);
        } catch (RulesException faulty) {
            tell(faulty, file, err);
        } catch (IOException unreadable) {
            err.println("cannot read " + why(unreadable, file));
        }
        return null;
    }

    /** Tells every fault of the file. */
    static void tell(RulesException faulty, @Nullable Path file, PrintStream err) {
        for (String fault : faulty.faults()) {
            err.println(file + ": " + fault);
        }
        err.println(faulty.faults().size() == 1 ? "1 fault" : faulty.faults().size() + " faults");
    }

    /** In a reader's words: Java names only the file where there is none. */
    static String why(IOException problem, @Nullable Path file) {
        return problem instanceof NoSuchFileException
                ? file + ": no such file"
                : file + ": " + problem.getMessage();
    }
}
