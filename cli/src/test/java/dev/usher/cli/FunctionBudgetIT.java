// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.lambda.LambdaProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a cold start may cost: files to fetch, and classes to load until the first answer (docs/PERFORMANCE.md). */
final class FunctionBudgetIT {
    /** As Lambda fetches it: zipped. */
    private static final int MOST_BYTES = 1_000_000;
    /** On the newest JDK, the runtime client's own and the JDK's among them. */
    private static final int MOST_CLASSES = 1_280;
    private static final int MOST_CLASSES_OF_OURS = 150;

    /** Each costs milliseconds, or more, in a cold JVM. */
    private static final List<String> NEVER = List.of("java.math.BigDecimal", "java.util.logging.",
            "java.net.http.",
            "javax.net.ssl.", "com.fasterxml.", "org.slf4j.", "com.google.re2j.", "dev.usher.cli.",
            "dev.usher.lambda.", "org.crac.");

    @Test
    void theArtifactHoldsTheseJarsAndNothingElse() throws IOException {
        List<String> files = new ArrayList<>();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (Stream<Path> all = Files.walk(Functions.ARTIFACT);
                ZipOutputStream zip = new ZipOutputStream(zipped)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.add(Functions.ARTIFACT.relativize(file).toString());
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
            }
        }
        long size = zipped.size();
        assertThat(files).containsExactlyInAnyOrder("lib/handler-0.1.0-SNAPSHOT.jar",
                "lib/review-rules-0.1.0-SNAPSHOT.jar", "lib/aws-lambda-java-core-1.4.0.jar",
                "lib/org-crac-0.1.3.jar", "lib/re2j-1.8.jar");
        System.out.println("budget: artifact of " + size + " bytes, zipped");
        assertThat(size).isLessThan(MOST_BYTES);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFirstAnswerNeedsFewClasses(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("classes.log");
        try (LambdaProcess process = Functions.start(
                Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load=info:file=" + log + ":none"))) {
            Functions.answer(process,
                    Files.readAllBytes(Run.HOME.resolve("events").resolve("allow.event.json")));
        }
        List<String> classes = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            if (line.contains(" source: ")) {
                classes.add(line.substring(0, line.indexOf(' ')));
            }
        }
        List<String> ours = classes.stream().filter(name -> name.startsWith("dev.usher.")).toList();
        System.out.println(
                "budget: " + classes.size() + " classes to the first answer, " + ours.size() + " of ours");
        assertThat(classes).noneMatch(name -> NEVER.stream().anyMatch(name::startsWith));
        assertThat(ours).noneMatch(name -> name.contains("$$Lambda")).hasSizeLessThan(MOST_CLASSES_OF_OURS);
        assertThat(classes).hasSizeBetween(500, MOST_CLASSES);
    }
}
