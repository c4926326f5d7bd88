// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Keeps texts in one file of H2's MVStore. Thread-safe.
 *
 * <p>Every change is committed to the file by itself, so that a process that is killed loses nothing; the disk is not
 * told to flush, so a machine that loses its power may. A file that was being written to is opened at its last commit.
 */
public final class FileArchive implements Archive {
    private static final String FILE = "chat.mv";
    /** The file is tidied up after so many changes; every change leaves some kilobytes of dead pages behind. */
    private static final int CHANGES_TO_TIDY = 512;
    private static final int TIDYING_MILLISECONDS = 50;
    private final MVStore store;
    private int changes;

    private FileArchive(MVStore store) {
        this.store = store;
    }

    /**
     * Opens the archive of a directory, which is made where there is none.
     *
     * @throws IOException where the directory cannot be used, or another process uses it
     */
    public static FileArchive in(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(FILE);
        try {
            return new FileArchive(
                    new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open());
        } catch (MVStoreException refused) {
            throw new IOException("cannot open " + file + ": " + refused.getMessage(), refused);
        }
    }

    @Override
    public synchronized Map<String, String> read(String kind) {
        return new TreeMap<>(map(kind));
    }

    @Override
    public synchronized void put(String kind, String key, String text, int most) {
        MVMap<String, String> map = map(kind);
        map.put(key, text);
        if (map.sizeAsLong() > most) {
            map.remove(map.firstKey());
        }
        commit();
    }

    @Override
    public synchronized void remove(String kind, String key) {
        map(kind).remove(key);
        commit();
    }

    @Override
    public synchronized void close() {
        store.close();
    }

    private void commit() {
        store.commit();
        if (++changes % CHANGES_TO_TIDY == 0) {
            store.compactFile(TIDYING_MILLISECONDS);
        }
    }

    private MVMap<String, String> map(String kind) {
        return store.openMap(kind);
    }
}
