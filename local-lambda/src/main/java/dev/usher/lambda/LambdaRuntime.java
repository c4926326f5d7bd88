// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.nio.file.Path;
import java.util.List;

/** What stands between the Runtime API and a function: AWS's {@link RuntimeClient}, or the {@link OwnRuntime}. */
public sealed interface LambdaRuntime permits RuntimeClient, OwnRuntime {
    /** The command line of the function's process. */
    List<String> command(Path java, LambdaFunction function);
}
