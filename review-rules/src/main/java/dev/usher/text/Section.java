// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The compiled form of fold, dictionary and lists: a head (magic, format, kind, Unicode version, checksum) and flat
 * arrays, each with its length before it, little-endian. Reads and writes in the order of the calls.
 */
final class Section {
    /** Raised with every change of what is written, or of how it is searched. */
    static final int FORMAT = 1;

    private static final int MAGIC = 0x55534852;
    private static final int HEAD = 28;

    private ByteBuffer bytes;

    private Section(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Begins to write. */
    static Section of(int kind, String unicodeVersion) {
        Section section = new Section(ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN));
        section.bytes.putInt(MAGIC).putInt(FORMAT).putInt(kind).putInt(version(unicodeVersion));
        section.bytes.putInt(0).putInt(0).putInt(0);
        return section;
    }

    /**
     * Begins to read.
     *
     * @throws IllegalStateException where these are not the bytes of this kind, format and Unicode version
     */
    static Section read(byte[] content, int kind, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < HEAD || bytes.getInt() != MAGIC) {
            throw new IllegalStateException(name + ": not a compiled list; compile it again");
        }
        int format = bytes.getInt();
        if (format != FORMAT) {
            throw new IllegalStateException(
                    name + ": compiled in format " + format + ", this version reads format "
                            + FORMAT + "; compile it again");
        }
        if (bytes.getInt() != kind) {
            throw new IllegalStateException(name + ": compiled, but not from a list");
        }
        bytes.getInt();
        int length = bytes.getInt();
        int checksum = bytes.getInt();
        if (length != content.length - HEAD || checksum != crc(content, HEAD, content.length - HEAD)) {
            throw new IllegalStateException(
                    name + ": damaged, the checksum is not that of its content; compile it"
                            + " again");
        }
        bytes.position(HEAD);
        return new Section(bytes);
    }

    /** Whether the bytes claim to be compiled; no text does, for it has no zeros. */
    static boolean isCompiled(byte[] content) {
        return content.length >= 8 && content[7] == 0
                && ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt() == MAGIC;
    }

    byte[] toBytes() {
        int length = bytes.position() - HEAD;
        byte[] content = new byte[HEAD + length];
        bytes.flip();
        bytes.get(content);
        ByteBuffer head = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(16, length).putInt(20, crc(content, HEAD, length));
        return content;
    }

    /** 18.0 is 1800. */
    private static int version(String text) {
        int dot = text.indexOf('.');
        return Integer.parseInt(text.substring(0, dot)) * 100 + Integer.parseInt(text.substring(dot + 1));
    }

    private static int crc(byte[] content, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(content, from, length);
        return (int) crc.getValue();
    }

    private void room(int size) {
        if (bytes.remaining() < size + 4) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (bytes.capacity() + size))
                    .order(ByteOrder.LITTLE_ENDIAN);
            bytes.flip();
            larger.put(bytes);
            bytes = larger;
        }
    }

    Section put(int value) {
        room(4);
        bytes.putInt(value);
        return this;
    }

    Section put(int[] values) {
        room(4 * values.length);
        bytes.putInt(values.length).asIntBuffer().put(values);
        bytes.position(bytes.position() + 4 * values.length);
        return this;
    }

    Section put(long[] values) {
        room(8 * values.length);
        bytes.putInt(values.length).asLongBuffer().put(values);
        bytes.position(bytes.position() + 8 * values.length);
        return this;
    }

    Section put(char[] values) {
        room(2 * values.length);
        bytes.putInt(values.length).asCharBuffer().put(values);
        bytes.position(bytes.position() + 2 * values.length);
        return this;
    }

    Section put(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(utf8.length);
        bytes.putInt(utf8.length).put(utf8);
        return this;
    }

    int number() {
        return bytes.getInt();
    }

    int[] ints() {
        int[] values = new int[bytes.getInt()];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + 4 * values.length);
        return values;
    }

    long[] longs() {
        long[] values = new long[bytes.getInt()];
        bytes.asLongBuffer().get(values);
        bytes.position(bytes.position() + 8 * values.length);
        return values;
    }

    char[] chars() {
        char[] values = new char[bytes.getInt()];
        bytes.asCharBuffer().get(values);
        bytes.position(bytes.position() + 2 * values.length);
        return values;
    }

    String string() {
        byte[] utf8 = new byte[bytes.getInt()];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
