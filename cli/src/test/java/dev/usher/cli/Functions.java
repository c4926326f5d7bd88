// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.lambda.LambdaFunction;
import dev.usher.lambda.LambdaProcess;
import dev.usher.lambda.Outcome;
import dev.usher.lambda.RuntimeClient;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The function's artifact in a process, for tests. */
final class Functions {
    static final Path ARTIFACT = Run.HOME.resolve("handler").resolve("target").resolve("lambda");

    private Functions() {}

    static LambdaProcess start(Map<String, String> environment) throws IOException {
        LambdaFunction function = new LambdaFunction(ARTIFACT,
                "dev.usher.handler.MessageReviewHandler::handleRequest", 512, Duration.ofSeconds(20),
                environment);
        return LambdaProcess.start(function,
                RuntimeClient.in(Run.HOME.resolve("cli").resolve("target").resolve("app").resolve("runtime")),
                OutputStream.nullOutputStream());
    }

    /** The response. */
    static byte[] answer(LambdaProcess process, byte[] event) {
        Outcome outcome = process.invoke(event).join();
        if (outcome instanceof Outcome.Answered answered) {
            return answered.response();
        }
        throw new AssertionError(outcome);
    }
}
