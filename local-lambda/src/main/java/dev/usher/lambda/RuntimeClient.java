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
 * AWS's runtime client for Java: its jars, and its native library for this machine. Immutable.
 *
 * @param jars the only class path of a function's process, as on Lambda; the client itself loads the function
 * @param nativeLibrary handed to the client by path, as on Lambda; else it would unpack it to one place for all users
 */
public record RuntimeClient(List<Path> jars, Path nativeLibrary) implements LambdaRuntime {
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String NATIVE_LIBRARY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi"
            + ".NativeClient.JNI";
    /** Of a function's memory, as the managed runtimes set it: 445,645 KB of 512 MB. */
    private static final double HEAP_SHARE = 0.85;

    public RuntimeClient {
        jars = List.copyOf(jars);
    }

    /**
     * The client in the given folder: {@code *.jar} and {@code jni/*.so}.
     *
     * @throws UnsupportedOperationException where AWS has no client for this machine
     * @throws IOException where the folder does not hold it
     */
    public static RuntimeClient in(Path folder) throws IOException {
        Path library = folder.resolve("jni")
                .resolve("libaws-lambda-jni." + platform(System.getProperty("os.name"),
                        System.getProperty("os.arch"), isMusl()) + ".so");
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
                found.forEach(jar -> jars.add(jar.toAbsolutePath()));
            }
        }
        if (jars.isEmpty() || !Files.isRegularFile(library)) {
            throw new IOException("no Lambda runtime client in " + folder);
        }
        Collections.sort(jars);
        return new RuntimeClient(jars, library.toAbsolutePath());
    }

    /** AWS's name for a machine. */
    static String platform(String system, String architecture, boolean musl) {
        String processor = switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "aarch_64";
            default -> "";
        };
        if (!system.equals("Linux") || processor.isEmpty()) {
            throw new UnsupportedOperationException("AWS's Lambda runtime client for Java exists for Linux on"
                    + " x86-64 and arm64 only; this is " + system + " on " + architecture);
        }
        return (musl ? "linux_musl-" : "linux-") + processor;
    }

    private static boolean isMusl() {
        return Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"))
                || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
    }

    /** The command line, with the flags of Lambda's managed Java runtimes as public listings show them. */
    @Override
    public List<String> command(Path java, LambdaFunction function) {
        List<String> classPath = new ArrayList<>();
        for (Path jar : jars) {
            classPath.add(jar.toString());
        }
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(heap(function));
        command.addAll(List.of("-XX:+ErrorFileToStderr",
                "-Djava.net.preferIPv4Stack=true",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + NATIVE_LIBRARY + "=" + nativeLibrary,
                "-cp", String.join(File.pathSeparator, classPath),
                MAIN, function.handler()));
        return command;
    }

    /** What holds whatever the runtime: the heap's size, the collector and the compiler. */
    static List<String> heap(LambdaFunction function) {
        long heap = (long) (function.memory() * 1024L * HEAP_SHARE);
        return List.of("-XX:MaxHeapSize=" + heap + "k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }
}
