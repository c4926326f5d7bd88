// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Our own runtime (docs/RUNTIME.md), which stands on one class path with the function. Immutable.
 *
 * @param jars its own, and AWS's interfaces where the function does not bring them
 */
public record OwnRuntime(List<Path> jars) implements LambdaRuntime {
    private static final String MAIN = "dev.usher.runtime.FunctionRuntime";

    public OwnRuntime {
        jars = List.copyOf(jars);
    }

    @Override
    public List<String> command(Path java, LambdaFunction function) {
        List<String> classPath = new ArrayList<>();
        for (Path jar : jars) {
            classPath.add(jar.toAbsolutePath().toString());
        }
        classPath.addAll(libraries(function.folder()));
        classPath.add(function.folder().toString());
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(RuntimeClient.heap(function));
        command.addAll(List.of("-XX:-UsePerfData", "-Djava.net.preferIPv4Stack=true",
                "-Djdk.reflect.useNativeAccessorOnly=true", "-cp", String.join(File.pathSeparator, classPath),
                MAIN, function.handler()));
        return command;
    }

    /** The jars of the function's folder, as Lambda's own class path has them. */
    private static List<String> libraries(Path folder) {
        List<String> jars = new ArrayList<>();
        if (Files.isDirectory(folder.resolve("lib"))) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.resolve("lib"), "*.jar")) {
                found.forEach(jar -> jars.add(jar.toString()));
            } catch (IOException unreadable) {
                throw new IllegalStateException("cannot read " + folder, unreadable);
            }
        }
        Collections.sort(jars);
        return jars;
    }
}
