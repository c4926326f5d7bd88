// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What an ahead-of-time cache was trained on: a number over the name, size and end of each jar on the class path. A
 * JVM may run old classes from a cache whose jars have changed, and say nothing (JDK-8377932, seen on 25.0.3); for a
 * filter that would mean last month's rules. So the number is written beside the cache when it is made, and compared
 * at each start.
 *
 * <p>A jar ends with its directory, which holds the size and checksum of every entry; the last 64 KB hold all of ours,
 * and reading them takes a fraction of a millisecond.
 */
final class ArchiveId {
    /** Names the file with the number; set where a cache is used, and only there. */
    static final String PROPERTY = "usher.archive.id";

    private static final int TAIL = 64 * 1024;

    private ArchiveId() {}

    /** Prints the number of a class path, for the packaging to keep. */
    public static void main(String[] classPath) throws IOException {
        System.out.println(of(classPath[0]));
    }

    /**
     * Checks the class path against the number in the file; does nothing where there is no cache, and so no file.
     *
     * @throws IllegalStateException where they differ
     */
    static void check(@Nullable String file, String classPath) throws IOException {
        if (file == null) {
            return;
        }
        String trained;
        try (RandomAccessFile kept = new RandomAccessFile(file, "r")) {
            byte[] bytes = new byte[(int) Math.min(TAIL, kept.length())];
            kept.readFully(bytes);
            trained = new String(bytes, StandardCharsets.US_ASCII).trim();
        }
        String found = of(classPath);
        if (!trained.equals(found)) {
            throw new IllegalStateException("the ahead-of-time cache was made of other jars (" + trained
                    + ") than those that are here (" + found + "): package the function again");
        }
    }

    static String of(String classPath) throws IOException {
        CRC32 crc = new CRC32();
        long size = 0;
        for (int at = 0; at <= classPath.length();) {
            int colon = classPath.indexOf(File.pathSeparatorChar, at);
            int end = colon < 0 ? classPath.length() : colon;
            size += add(crc, new File(classPath.substring(at, end)));
            at = end + 1;
        }
        return Long.toHexString(crc.getValue()) + "-" + size;
    }

    private static long add(CRC32 crc, File jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar, "r")) {
            long length = file.length();
            byte[] tail = new byte[(int) Math.min(TAIL, length)];
            file.seek(length - tail.length);
            file.readFully(tail);
            crc.update(jar.getName().getBytes(StandardCharsets.UTF_8));
            crc.update(tail);
            return length;
        }
    }
}
