// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ArchiveIdTest {
    @TempDir private Path folder;

    private String classPath = "";
    private String trained = "";

    @BeforeEach
    void train() throws IOException {
        Path first = Files.writeString(folder.resolve("a.jar"), "first");
        Path second = Files.write(folder.resolve("b.jar"), new byte[200_000]);
        classPath = first + File.pathSeparator + second;
        trained = Files.writeString(folder.resolve("archive.id"), ArchiveId.of(classPath) + "\n").toString();
    }

    @Test
    void theJarsThatItWasMadeOfPass() {
        assertThatCode(() -> ArchiveId.check(trained, classPath)).doesNotThrowAnyException();
    }

    @Test
    void withoutACacheNothingIsChecked() {
        assertThatCode(() -> ArchiveId.check(null, "no such jar")).doesNotThrowAnyException();
    }

    @Test
    void aChangedJarIsRefused() throws IOException {
        Files.writeString(folder.resolve("a.jar"), "f1rst");
        assertThatThrownBy(() -> ArchiveId.check(trained, classPath))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("made of other jars")
                .hasMessageContaining("package the function again");
    }

    @Test
    void aLongerOneIsRefusedWhereverItGrew() throws IOException {
        Files.write(folder.resolve("b.jar"), new byte[200_001]);
        assertThatThrownBy(() -> ArchiveId.check(trained, classPath))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMissingJarAndAnotherOrderAreRefused() {
        String reversed = folder.resolve("b.jar") + File.pathSeparator + folder.resolve("a.jar");
        assertThatThrownBy(() -> ArchiveId.check(trained, reversed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ArchiveId.check(trained, folder.resolve("a.jar").toString()))
                .isInstanceOf(IllegalStateException.class);
    }

    /** The real process: it ends before it asks for an event, and says why. */
    @Test
    void theRuntimeDoesNotServeFromAStaleCache() throws Exception {
        Files.writeString(folder.resolve("archive.id"), "0-0");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + ArchiveId.PROPERTY + "=" + folder.resolve("archive.id"), "-cp",
                jarOfClasses() + File.pathSeparator + classPath, FunctionRuntime.class.getName(),
                "no.such.Class");
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:1");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(said).contains("made of other jars").doesNotContain("no class");
    }

    /** The module's classes as a jar, as the class path of a function has nothing else. */
    private Path jarOfClasses() throws Exception {
        Path classes = Path
                .of(FunctionRuntime.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isRegularFile(classes)) {
            return classes;
        }
        Path jar = folder.resolve("runtime.jar");
        int made = ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err,
                "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        assertThat(made).isZero();
        return jar;
    }
}
