// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An artifact with a layer: a folder of links to both, since the place where Lambda puts layers, {@code /opt}, is not
 * ours to write.
 */
final class LayeredArtifact {
    private LayeredArtifact() {}

    /**
     * Makes the folder in the given one.
     *
     * @param layer with {@code java/lib/*.jar}
     * @throws IllegalArgumentException where the layer is not there
     */
    static Path of(Path artifact, Path layer, Path in) throws IOException {
        Path jars = layer.resolve("java").resolve("lib");
        if (!Files.isDirectory(jars)) {
            throw new IllegalArgumentException("--state-table: no layer in " + layer);
        }
        Path folder = Files.createTempDirectory(in, "artifact");
        link(artifact, folder);
        Files.deleteIfExists(folder.resolve("lib"));
        Path lib = Files.createDirectory(folder.resolve("lib"));
        if (Files.isDirectory(artifact.resolve("lib"))) {
            link(artifact.resolve("lib"), lib);
        }
        link(jars, lib);
        return folder;
    }

    private static void link(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Path link = to.resolve(file.getFileName());
                if (!Files.exists(link)) { // the function's own comes first, as on Lambda
                    Files.createSymbolicLink(link, file.toAbsolutePath());
                }
            }
        }
    }

    /** Takes such folders away, and what is in them. */
    static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.isDirectory(file) && !Files.isSymbolicLink(file)) {
                    delete(file);
                } else {
                    Files.delete(file);
                }
            }
        }
        Files.delete(folder);
    }
}
