// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.lambda.LambdaFunction;
import dev.usher.lambda.RuntimeClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the deployable function on events. */
// @formatter:off
@Command(name = "invoke", mixinStandardHelpOptions = true, sortOptions = false, synopsisHeading = "%nUsage: ",
        header = "Runs the function as it would be deployed, under AWS's own runtime client.",
        description = {
            "%nThe files that go to Lambda, in a JVM of their own, laid out and started as on Lambda, with nothing of"
                    + " this environment but what --env says. Each FILE is one event, sent as it is. Standard output"
                    + " shows the responses, byte for byte, one a line; standard error how long init, the first and"
                    + " the later ones took, and which of them would have been too late for the service's 200 ms.",
            "%nA process that ends, or runs into the function's own time-out of 3 s, is replaced for the next event,"
                    + " as on Lambda. The runtime client exists for Linux on x86-64 and arm64 only.%n"},
        exitCodeListHeading = "%nExit codes (where several hold, the greatest):%n",
        exitCodeList = {
            "0:the function answered every event",
            "1:it threw on an event",
            "2:the command line, an event or the artifact cannot be used, or this is no Linux",
            "3:it could not be made: its init failed, as with a faulty rules file",
            "4:its process ended in the middle of an event",
            "5:it did not answer an event in 3 s"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class InvokeCommand implements Callable<Integer> {
    private final Console console;

    // @formatter:off
    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "EVENT.json", arity = "1..*", description = "files with one event each")
    private List<Path> events;
    @Option(names = "--repeat", paramLabel = "N", defaultValue = "1", 
            description = "sends each event N times in a row; its response is shown again only where it differs")
    private int repeat;
    @Option(names = "--artifact", paramLabel = "DIR",
            description = "the function's folder: lib/*.jar, and files beside; handler/target/lambda if not given")
    private @Nullable Path artifact;
    @Option(names = "--handler", paramLabel = "CLASS::METHOD",
            defaultValue = "dev.usher.handler.MessageReviewHandler::handleRequest",
            description = "what Lambda calls; ${DEFAULT-VALUE} if not given")
    private String handler;
    @Option(names = "--memory", paramLabel = "MB", defaultValue = "512",
            description = "the function's memory, which sets the heap; ${DEFAULT-VALUE} if not given")
    private int memory;
    @Option(names = "--env", paramLabel = "K=V",
            description = "a variable of the function, such as USHER_RULES=my-rules.json; may be given again")
    private Map<String, String> environment = Map.of();
    @Option(names = "--log", description = "shows what the function writes to its log, on standard error")
    private boolean log;
    // @formatter:on

    InvokeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (repeat < 1) {
            throw new ParameterException(spec.commandLine(), "--repeat: expected 1 or more, found " + repeat);
        }
        for (Path event : events) {
            if (!Files.isReadable(event) || Files.isDirectory(event)) {
                console.err().println("cannot read " + event);
                return Exit.USAGE;
            }
        }
        Path folder = artifact == null
                ? console.home().resolve("handler").resolve("target").resolve("lambda")
                : artifact;
        if (!Files.isDirectory(folder)) {
            console.err().println("no artifact in " + folder + ": build it first, such as with mvn package");
            return Exit.USAGE;
        }
        LambdaFunction function;
        try {
            function = new LambdaFunction(folder, handler, memory, LambdaFunction.DEFAULT_TIMEOUT,
                    environment);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), "--" + unusable.getMessage());
        }
        try {
            RuntimeClient client = RuntimeClient
                    .in(console.home().resolve("cli").resolve("target").resolve("app")
                            .resolve("runtime"));
            try (Invoker invoker = new Invoker(function, client, console, log)) {
                return invoker.invokeAll(events, repeat);
            }
        } catch (UnsupportedOperationException elsewhere) {
            console.err().println(elsewhere.getMessage());
            return Exit.USAGE;
        }
    }
}
