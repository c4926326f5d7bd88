// SPDX-License-Identifier: Apache-2.0
package dev.usher.handler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The pairs of {@code events/}. */
final class GoldenEvents {
    private static final Path FOLDER = Path.of(System.getProperty("usher.root"), "events");

    private GoldenEvents() {}

    /** All events, those that cannot be read among them. */
    static List<Path> all() throws IOException {
        List<Path> events = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER, 2)) {
            files.filter(file -> file.toString().endsWith(".event.json")).sorted().forEach(events::add);
        }
        return events;
    }

    /** The response that belongs to the event: the file without the line feed at its end. */
    static byte[] response(Path event) throws IOException {
        String name = event.getFileName().toString().replace(".event.json", ".response.json");
        byte[] file = Files.readAllBytes(event.resolveSibling(name));
        if (file.length == 0 || file[file.length - 1] != '\n') {
            throw new IOException(name + " does not end with a line feed");
        }
        return Arrays.copyOf(file, file.length - 1);
    }
}
