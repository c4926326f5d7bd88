// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

/** A {@link TermIndex} as bytes and back. */
final class TermIndexFile {
    static final int KIND = 2;

    private TermIndexFile() {}

    static byte[] write(TermIndex index, Fold fold) {
        Section out = Section.of(KIND, fold.unicodeVersion).put(index.foldChecksum)
                .put(index.categories.length);
        for (String category : index.categories) {
            out.put(category);
        }
        return out.put(index.starts).put(index.quads).put(index.nodes).put(index.ends)
                .put(index.wide)
                .put(index.letters).put(index.at).put(index.info).put(index.bySum).put(index.sums)
                .put(index.shapeKey)
                .put(index.shapeTerm).toBytes();
    }

    /** @throws IllegalStateException where the bytes are damaged, or belong to another format or fold */
    static TermIndex read(byte[] content, Fold fold, String name) {
        Section in = Section.read(content, KIND, name);
        int checksum = in.number();
        if (checksum != fold.checksum) {
            throw new IllegalStateException(
                    name + ": compiled with another fold table than this version's (Unicode "
                            + fold.unicodeVersion + "); compile it again");
        }
        String[] categories = new String[in.number()];
        for (int i = 0; i < categories.length; i++) {
            categories[i] = in.string();
        }
        return new TermIndex(checksum, categories, in.chars(), in.longs(), in.ints(), in.ints(), in.longs(),
                in.chars(), in.ints(),
                in.ints(), in.ints(), in.longs(), in.ints(), in.ints());
    }
}
