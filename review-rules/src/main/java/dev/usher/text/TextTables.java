// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The compiled resources that ship with this module: the fold table and the dictionary, which every matcher shares,
 * and a list for each language. Each is read once, when first asked for. Thread-safe.
 */
final class TextTables {
    static final int KIND = 1;
    static final String NAME = "fold.bin";

    private static @Nullable TextTables shipped;

    final Fold fold;
    final OrdinaryWords words;
    private final Map<String, TermIndex> lists = new HashMap<>();

    TextTables(Fold fold, OrdinaryWords words) {
        this.fold = fold;
        this.words = words;
    }

    static synchronized TextTables shipped() {
        TextTables tables = shipped;
        if (tables == null) {
            byte[] content = resource(NAME);
            if (content == null) {
                throw new IllegalStateException(NAME + " is missing beside " + TextTables.class.getName());
            }
            tables = read(content);
            shipped = tables;
        }
        return tables;
    }

    /** The list of the language, such as {@code "en"}; null where none ships. */
    @Nullable
    synchronized TermIndex list(String language) {
        TermIndex list = lists.get(language);
        if (list == null) {
            String name = "words-" + language + ".bin";
            byte[] content = resource(name);
            if (content != null) {
                list = TermIndexFile.read(content, fold, name);
                lists.put(language, list);
            }
        }
        return list;
    }

    byte[] toBytes() {
        return Section.of(KIND, fold.unicodeVersion).put(fold.unicodeVersion).put(fold.checksum)
                .put(fold.blocks)
                .put(fold.entries).put(fold.several).put(words.bits).toBytes();
    }

    static TextTables read(byte[] content) {
        Section in = Section.read(content, KIND, NAME);
        String version = in.string();
        int checksum = in.number();
        Fold fold = new Fold(in.chars(), in.ints(), in.ints(), version, checksum);
        return new TextTables(fold, new OrdinaryWords(in.longs()));
    }

    /**
     * The bytes of a resource beside this class; null where there is none. Looks first where the class itself lies:
     * asking the class loader asks its parents before it, and that alone took 15 ms of a cold start on JDK 25.
     */
    private static byte @Nullable [] resource(String name) {
        try {
            CodeSource source = TextTables.class.getProtectionDomain().getCodeSource();
            URL place = source == null ? null : source.getLocation();
            if (place != null && place.getProtocol().equals("file") && place.getPath().indexOf('%') < 0) {
                String path = "dev/usher/text/" + name;
                File file = new File(place.getPath());
                return file.isDirectory() ? inDirectory(new File(file, path)) : inJar(file, path);
            }
            try (InputStream in = TextTables.class.getResourceAsStream(name)) {
                return in == null ? null : in.readAllBytes();
            }
        } catch (IOException e) {
            throw new IllegalStateException(name + ": cannot be read", e);
        }
    }

    private static byte @Nullable [] inDirectory(File file) throws IOException {
        if (!file.exists()) {
            return null;
        }
        try (FileInputStream in = new FileInputStream(file)) {
            return in.readAllBytes();
        }
    }

    private static byte @Nullable [] inJar(File file, String path) throws IOException {
        try (ZipFile jar = new ZipFile(file)) {
            ZipEntry entry = jar.getEntry(path);
            if (entry == null) {
                return null;
            }
            byte[] content = new byte[(int) entry.getSize()];
            try (InputStream in = jar.getInputStream(entry)) {
                in.readNBytes(content, 0, content.length);
            }
            return content;
        }
    }
}
