// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself: only its subcommands do anything. */
// @formatter:off
@Command(name = "usher", mixinStandardHelpOptions = true, versionProvider = Usher.Version.class,
        subcommands = HelpCommand.class, synopsisHeading = "%nUsage: ", synopsisSubcommandLabel = "COMMAND",
        header = "Reviews the messages of Amazon IVS Chat rooms.",
        description = "%nRuns the rules of the deployed function on your machine: on messages (review), or in the"
                + " function as it would be deployed (invoke).%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "%nExamples:",
            "  ./usher review events/*.event.json",
            "  echo '\"look at example.com\"' | ./usher review --explain",
            "  ./usher check my-rules.json",
            "  ./usher words 'what is in a classic'",
            "  ./usher invoke --repeat 1000 events/allow.event.json",
            "%n'usher help COMMAND' says more, with the exit codes."})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Usher implements Runnable {
    @Spec private CommandSpec spec;

    private Usher() {}

    public static void main(String[] arguments) {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true,
                StandardCharsets.UTF_8);
        Path home = Path.of(System.getProperty("usher.home", ""));
        System.exit(run(new Console(System.in, out, err, home, Boolean.getBoolean("usher.terminal")),
                arguments));
    }

    /** Runs the command with the given arguments; its exit code. */
    static int run(Console console, String... arguments) {
        int exit = new CommandLine(new Usher())
                .addSubcommand(new ReviewCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new WordsCommand(console))
                .addSubcommand(new CompileCommand(console))
                .addSubcommand(new InvokeCommand(console))
                .addSubcommand(new PlanCommand(console))
                .setExpandAtFiles(false) // "@name" is a text to look at
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .execute(arguments);
        try {
            console.out().flush();
        } catch (IOException closed) {
            // nobody reads us any more, as with "| head"
        }
        return exit;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command");
    }

    /** From the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Usher.class.getPackage().getImplementationVersion();
            return new String[]{"usher " + (version == null ? "(not packaged)" : version) + ", Java "
                    + Runtime.version().feature()};
        }
    }
}
