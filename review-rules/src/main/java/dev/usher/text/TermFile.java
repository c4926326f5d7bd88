// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list file of the caller's own: as it is written, see {@link TermList}, or compiled of such. Immutable. */
public final class TermFile {
    final List<Term> terms;
    final @Nullable TermIndex index;

    private TermFile(List<Term> terms, @Nullable TermIndex index) {
        this.terms = List.copyOf(terms);
        this.index = index;
    }

    /**
     * Of the text of a list.
     *
     * @throws IllegalArgumentException names the line, never the term
     */
    public static TermFile parse(String content) {
        return new TermFile(TermList.parse(content, TermMatcher.OWN, 3), null);
    }

    /**
     * Of the bytes of a file, which say themselves whether they are compiled.
     *
     * @param name what the file is called in a fault of the compiled form
     * @throws IllegalArgumentException where a line is at fault, or a compiled file is damaged or of another version
     */
    public static TermFile read(byte[] content, String name) {
        if (!Section.isCompiled(content)) {
            return parse(new String(content, StandardCharsets.UTF_8));
        }
        try {
            return new TermFile(List.of(), TermIndexFile.read(content, TextTables.shipped().fold, name));
        } catch (IllegalStateException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    /**
     * Looks for the term of a written file that a matcher refuses; a compiled one has none.
     *
     * @throws IllegalArgumentException where a term has neither a letter nor a digit; names the line
     */
    public static void check(byte[] content) {
        if (!Section.isCompiled(content)) {
            TermList.parse(new String(content, StandardCharsets.UTF_8), TermMatcher.OWN, 3,
                    new TermIndexBuilder(TextTables.shipped().fold, false));
        }
    }

    public boolean isCompiled() {
        return index != null;
    }

    /** How many terms it has; compiled, those that fold alike are one. */
    public int size() {
        return index == null ? terms.size() : index.terms();
    }

    /**
     * Whether its terms can be compiled.
     *
     * @throws IllegalArgumentException where a term has neither a letter nor a digit; tells its number, not itself
     */
    public void check() {
        TermIndexBuilder.of(TextTables.shipped().fold, false, terms);
    }

    /**
     * One compiled form of written files, for {@link #read} of this version and of those that fold alike.
     *
     * @throws IllegalArgumentException where one is compiled already, or does not pass {@link #check}
     */
    public static byte[] compile(List<TermFile> written) {
        List<Term> all = new ArrayList<>();
        for (TermFile file : written) {
            if (file.isCompiled()) {
                throw new IllegalArgumentException("compiled already");
            }
            all.addAll(file.terms);
        }
        Fold fold = TextTables.shipped().fold;
        return TermIndexFile.write(TermIndexBuilder.of(fold, false, all), fold);
    }
}
