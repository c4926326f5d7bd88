// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What all this runs on, as it was when the run began. Immutable. */
record Machine(String description, String loadAverage) {
    static Machine now() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                String.format(Locale.ROOT, "%d cores (%s), %s %s, Java %s", runtime.availableProcessors(),
                        processor(), System.getProperty("os.name"), System.getProperty("os.arch"),
                        Runtime.version()),
                String.format(Locale.ROOT, "%.1f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (Files.isReadable(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        }
        return "of unknown make";
    }
}
