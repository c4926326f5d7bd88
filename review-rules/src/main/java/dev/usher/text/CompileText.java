// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The build's step that makes the compiled resources of their sources: {@code fold.txt}, the dictionary, and one list
 * for each language. Not run at run time.
 */
final class CompileText {
    private CompileText() {}

    /**
     * Compiles everything.
     *
     * @param args the directory of the sources ({@code src/main}) and the one to write to
     */
    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Files.createDirectories(target);
        Fold fold = FoldFile.parse(Files.readString(sources.resolve("fold/fold.txt")));
        TextTables tables = new TextTables(fold, dictionary(fold, sources.resolve("words/ordinary.txt.gz")));
        write(target.resolve(TextTables.NAME), tables.toBytes());
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(sources.resolve("words"), "*.txt")) {
            for (Path list : lists) {
                String name = list.getFileName().toString();
                String language = name.substring(0, name.length() - ".txt".length());
                write(target.resolve("words-" + language + ".bin"), list(fold, list));
            }
        }
    }

    private static byte[] list(Fold fold, Path file) throws IOException {
        try {
            List<Term> terms = TermList.parse(Files.readString(file), "profanity", 2);
            return TermIndexFile.write(TermIndexBuilder.of(fold, true, terms), fold);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /** One word a line; a plus after it says that it is a common one. */
    private static OrdinaryWords dictionary(Fold fold, Path file) throws IOException {
        String all;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> words = all.lines().toList();
        List<String> spelled = new ArrayList<>();
        List<String> common = new ArrayList<>();
        List<String> squeezed = new ArrayList<>();
        FoldedText text = new FoldedText(fold);
        for (String line : words) {
            boolean isCommon = line.endsWith("+");
            text.fill(isCommon ? line.substring(0, line.length() - 1) : line);
            String word = text.letters(0, text.units);
            squeezed.add(word);
            if (text.elements < text.units) {
                spelled.add(word);
            }
            if (isCommon) {
                common.add(word);
            }
        }
        long[] bits = OrdinaryWords.room(squeezed.size() + spelled.size() + common.size());
        squeezed.forEach(word -> OrdinaryWords.add(bits, OrdinaryWords.SQUEEZED, word));
        spelled.forEach(word -> OrdinaryWords.add(bits, OrdinaryWords.SPELLED, word));
        common.forEach(word -> OrdinaryWords.add(bits, OrdinaryWords.COMMON, word));
        return new OrdinaryWords(bits);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        System.out.println(file.getFileName() + " " + content.length + " bytes");
    }
}
