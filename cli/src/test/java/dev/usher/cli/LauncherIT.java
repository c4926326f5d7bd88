// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The script {@code usher}, in a repository that has what the build has made, and a Maven that only tells. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir private Path folder;
    private Path root = Path.of("");
    private Path bin = Path.of("");

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectory(folder.resolve("a folder with spaces"));
        bin = Files.createDirectory(folder.resolve("bin"));
        Files.copy(Run.HOME.resolve("usher"), root.resolve("usher"));
        copy(Run.HOME.resolve("cli/target/app"), root.resolve("cli/target/app"));
        copy(Run.HOME.resolve("handler/target/lambda"), root.resolve("handler/target/lambda"));
        Files.deleteIfExists(root.resolve("cli/target/app/built"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(root.resolve("pom.xml"), LONG_AGO);
        script("mvn", "echo maven \"$@\" >&2");
    }

    @Test
    void runsFromAnyFolderAndHandsArgumentsOnUntouched() throws Exception {
        Path rules = Files.writeString(folder.resolve("my $rules 'x'.json"), "{\"version\":1,\"rules\":[]}");
        Run run = launch(java(), "check", rules.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("chain");
        assertThat(run.exit()).isZero();
        assertThat(launch(java(), "check", "").exit()).isNotZero();
        assertThat(launch(java(), "*").err()).contains("Unmatched argument").contains("'*'");
    }

    @Test
    void runsThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("usher"));
        assertThat(launch(link, java(), "--version").out()).startsWith("usher ");
    }

    @Test
    void buildsWhereASourceIsNewerAndThenNoMore() throws Exception {
        Files.createDirectories(root.resolve("handler/src/main/java"));
        Files.setLastModifiedTime(root.resolve("cli/target/app/lib/" + jar()), LONG_AGO);
        Files.writeString(root.resolve("handler/src/main/java/New.java"), "");
        Run first = launch(java(), "--version");
        assertThat(first.err()).contains("usher: building, once", "maven -f " + root.resolve("pom.xml"),
                "package");
        assertThat(first.out()).startsWith("usher ");
        assertThat(launch(java(), "--version").err()).isEmpty();
        assertThat(root.resolve(".usher-build")).doesNotExist();
    }

    @Test
    void aFailedBuildIsTheEnd() throws Exception {
        script("mvn", "echo broken >&2; exit 1");
        Files.delete(root.resolve("cli/target/app/lib/" + jar()));
        Run run = launch(java(), "--version");
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("broken", "usher: the build failed");
        assertThat(root.resolve(".usher-build")).doesNotExist();
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Files.delete(bin.resolve("mvn"));
        Files.delete(root.resolve("cli/target/app/lib/" + jar()));
        for (String tool : List.of("dirname", "readlink", "find", "head", "sed", "cat", "mkdir")) {
            script(tool, "exec " + tool(tool) + " \"$@\"");
        }
        Run run = launch(Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", bin.toString()),
                "--version");
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("Maven (mvn) is not on the PATH");
    }

    @Test
    void passesOverAnOlderJava() throws Exception {
        Path old = folder.resolve("old java");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho old; exit 9\n");
        assertThat(old.resolve("bin/java").toFile().setExecutable(true)).isTrue();
        String path = Path.of(System.getProperty("java.home"), "bin") + ":" + bin + ":"
                + System.getenv("PATH");
        Run run = launch(Map.of("JAVA_HOME", old.toString(), "PATH", path), "--version");
        assertThat(run.out()).startsWith("usher ");
    }

    private static Map<String, String> javaAnd(String path) {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", path);
    }

    private Map<String, String> java() {
        return javaAnd(bin + ":" + System.getenv("PATH"));
    }

    private Run launch(Map<String, String> environment, String... arguments) throws Exception {
        return launch(root.resolve("usher"), environment, arguments);
    }

    private Run launch(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = Stream.concat(Stream.of("/bin/sh", script.toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path err = folder.resolve("err");
        builder.redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        Process process = builder.start();
        String out;
        try (InputStream stream = process.getInputStream()) {
            out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    private void script(String name, String body) throws IOException {
        Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private static Path tool(String name) {
        for (String place : List.of("/usr/bin/", "/bin/")) {
            if (Files.isExecutable(Path.of(place + name))) {
                return Path.of(place + name);
            }
        }
        throw new AssertionError("no " + name);
    }

    private String jar() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("cli/target/app/lib"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("cli-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
