// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class TermIndexFileTest {
    private final Fold fold = TextTables.shipped().fold;
    private final byte[] content = TermIndexFile.write(new TermIndexBuilder(fold, true)
            .add(Term.parse("wobble", "own", 3)).add(Term.parse("傻逼", "own", 2)).build(), fold);

    @Test
    void whatIsWrittenIsRead() {
        TermIndex index = TermIndexFile.read(content, fold, "a list");

        assertThat(index.text(0)).isEqualTo("wobble");
        assertThat(index.category(1)).isEqualTo("own");
        assertThat(index.severity(1)).isEqualTo(2);
    }

    @Test
    void aDamagedListIsRefused() {
        content[content.length - 1] ^= 1;

        assertThatThrownBy(() -> TermIndexFile.read(content, fold, "a list"))
                .hasMessageContaining("a list: damaged");
    }

    @Test
    void aListOfAnotherFormatIsRefused() {
        content[4]++;

        assertThatThrownBy(() -> TermIndexFile.read(content, fold, "a list"))
                .hasMessageContaining("a list: compiled in format");
    }

    @Test
    void aListOfAnotherFoldIsRefused() {
        Fold other = new Fold(fold.blocks, fold.entries, fold.several, fold.unicodeVersion,
                fold.checksum + 1);

        assertThatThrownBy(() -> TermIndexFile.read(content, other, "a list"))
                .hasMessageContaining("another fold table");
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThatThrownBy(() -> TermIndexFile.read(new byte[64], fold, "a list"))
                .hasMessageContaining("not a compiled list");
    }
}
