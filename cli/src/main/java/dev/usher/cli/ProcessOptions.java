// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.lambda.FleetSize;
import dev.usher.lambda.LambdaFunction;
import dev.usher.lambda.RuntimeClient;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How functions are run as real processes. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ProcessOptions {
    private static final String SHIPPED = "(the shipped one)";
    private static final String SHIPPED_HANDLER = "dev.usher.handler.MessageReviewHandler::handleRequest";

    // @formatter:off
    @Option(names = "--artifact", paramLabel = "DIR[#CLASS::METHOD]", arity = "0..1", fallbackValue = SHIPPED,
            description = "runs the handler as it would be deployed: this folder as processes under AWS's own runtime"
                    + " client, with real cold starts, crashes and time-outs; handler/target/lambda if no folder is"
                    + " given. Linux on x86-64 and arm64 only")
    private @Nullable String artifact;
    @Option(names = "--concurrency", paramLabel = "N", defaultValue = "10",
            description = "the most processes of a function; where all are busy, messages are throttled;"
                    + " ${DEFAULT-VALUE} if not given")
    private int concurrency;
    @Option(names = "--provisioned", paramLabel = "N", defaultValue = "0",
            description = "so many processes of a function are started before anything else, and kept")
    private int provisioned;
    @Option(names = "--idle", paramLabel = "SECONDS", defaultValue = "300",
            description = "ends further processes that had nothing to do for so long; ${DEFAULT-VALUE} if not given")
    private int idle;
    @Option(names = "--memory", paramLabel = "MB", defaultValue = "512",
            description = "the functions' memory, which sets their heap; ${DEFAULT-VALUE} if not given")
    private int memory;
    @Option(names = "--env", paramLabel = "K=V", description = "a variable of the functions; may be repeated")
    private Map<String, String> environment = Map.of();
    @Option(names = "--log", description = "shows what the functions write to their logs, on standard error")
    private boolean log;
    // @formatter:on

    /** What stands behind every function that is not mapped; null where that is the handler in this process. */
    @Nullable
    FunctionSource others(Path home) {
        if (artifact == null) {
            return null;
        }
        Path shipped = home.resolve("handler").resolve("target").resolve("lambda");
        return artifact.equals(SHIPPED)
                ? source(shipped.toString(), "--artifact")
                : source(artifact, "--artifact");
    }

    /**
     * Checks that there is something to provision.
     *
     * @throws IllegalArgumentException where no function is run as processes, though some are to be provisioned
     */
    void check(boolean hasProcesses) {
        if (provisioned > 0 && !hasProcesses) {
            throw new IllegalArgumentException(
                    "--provisioned: no function is run as processes; give --artifact, or a"
                            + " --function with an artifact's folder");
        }
    }

    /** Reads what stands behind a function; the option is named in what is thrown. */
    static FunctionSource source(String what, String option) {
        try {
            return FunctionSource.of(what, SHIPPED_HANDLER);
        } catch (IllegalArgumentException neither) {
            throw new IllegalArgumentException(option + ": " + neither.getMessage(), neither);
        }
    }

    /**
     * Starts a function's processes.
     *
     * @param folder where the artifact is, with whatever layers it has
     * @param rules the rules file that the handler reads; null for the shipped rules
     * @param state the variables that say where rules remember
     * @param enforcement what takes the lines of its log; null where nothing does
     */
    LambdaInvoker start(String name, Path folder, FunctionSource.Artifact artifactOf, @Nullable Path rules,
            Map<String, String> state, @Nullable Enforcement enforcement, Console console)
            throws IOException {
        Map<String, String> variables = new LinkedHashMap<>(state);
        if (enforcement != null) {
            variables.put("USHER_LOG", "enforcement");
        }
        if (rules != null) {
            variables.put("USHER_RULES", rules.toAbsolutePath().toString());
        }
        variables.putAll(environment);
        LambdaFunction function;
        FleetSize size;
        try {
            function = new LambdaFunction(name, folder, artifactOf.handler(), memory,
                    LambdaFunction.DEFAULT_TIMEOUT, variables);
            size = new FleetSize(concurrency, provisioned, Duration.ofSeconds(idle));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException("--" + unusable.getMessage(), unusable);
        }
        RuntimeClient client = RuntimeClient
                .in(console.home().resolve("cli").resolve("target").resolve("app").resolve("runtime"));
        OutputStream shown = log ? console.err() : OutputStream.nullOutputStream();
        return LambdaInvoker.start(artifactOf.folder(), function, client, size,
                enforcement == null ? shown : new LogLines(shown, enforcement::line), console.err());
    }
}
