// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.text.TermFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compiles list files, so that the function need not do it at its start. */
// @formatter:off
@Command(name = "compile", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Compiles list files for the option files of blocked-words.",
        description = "%nThe function compiles written lists each time it starts; a compiled one is only read. It"
                + " belongs to this version's fold table: a version that folds otherwise refuses it, and it must be"
                + " compiled again. The terms can be read in it, as in the files.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the lists were compiled",
            "1:a list has a fault, or a file cannot be read or written",
            "2:the command line cannot be used"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CompileCommand implements Callable<Integer> {
    private final Console console;

    // @formatter:off
    @Option(names = {"-o", "--output"}, paramLabel = "OUT.bin", required = true, description = "the file to write")
    private Path output;
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "list files; compiled together, into one")
    private List<Path> files;
    // @formatter:on

    CompileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        List<TermFile> read = new ArrayList<>();
        Path at = output;
        try {
            for (Path file : files) {
                at = file;
                TermFile list = TermFile.read(Files.readAllBytes(file), file.toString());
                if (list.isCompiled()) {
                    console.err().println(file + ": compiled already");
                    return Exit.SOME_BAD;
                }
                list.check();
                read.add(list);
            }
            at = output;
            byte[] content = TermFile.compile(read);
            Files.write(output, content);
            int terms = TermFile.read(content, output.toString()).size();
            console.err().println(output + ": " + terms + " terms, " + content.length + " bytes, "
                    + (System.nanoTime() - start) / 1_000_000 + " ms");
            return Exit.OK;
        } catch (IllegalArgumentException faulty) {
            console.err().println(FileFault.of(at, faulty));
        } catch (IOException problem) {
            console.err().println("cannot use " + RulesSource.why(problem, at));
        }
        return Exit.SOME_BAD;
    }
}
