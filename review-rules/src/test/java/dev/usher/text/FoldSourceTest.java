// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FoldSourceTest {
    @Test
    void theFoldTableIsWhatIcuSays() throws Exception {
        String committed = Files.readString(FoldSource.FILE, StandardCharsets.UTF_8);

        assertThat(committed.equals(FoldSource.text()))
                .as("src/main/fold/fold.txt differs from ICU's data: run FoldSource and read the difference")
                .isTrue();
    }
}
