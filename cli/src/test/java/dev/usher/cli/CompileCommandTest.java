// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class CompileCommandTest {
    private static final String RULES = """
            { "version": 1, "rules": [
              { "id": "words", "type": "blocked-words", "options": { "files": ["own.bin"] } } ] }
            """;

    @TempDir private Path folder;

    @Test
    void compiledListsAreUsedByARulesFile() throws IOException {
        Run compiled = compile("wobble\n", "[allow]\nwobble board\n");
        assertThat(compiled.err()).contains("own.bin: 2 terms, ").contains(" bytes, ");
        assertThat(compiled.exit()).isZero();
        assertThat(review("\"oh w.o.b.b.l.e\"")).contains("DENY");
        assertThat(review("\"a wobble board\"")).contains("ALLOW");
    }

    @Test
    void aListOfAnotherFoldTableIsRefused() throws IOException {
        compile("wobble\n", "");
        Path own = folder.resolve("own.bin");
        byte[] content = Files.readAllBytes(own);
        content[28] ^= 1; // the fold table's checksum stands first
        CRC32 crc = new CRC32();
        crc.update(content, 28, content.length - 28);
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(20, (int) crc.getValue());
        Files.write(own, content);
        assertThat(check()).contains("rules[0].options.files[0]: own.bin: compiled with another fold table");
    }

    @Test
    void aDamagedListOrOneOfAnotherFormatIsRefused() throws IOException {
        compile("wobble\n", "");
        Path own = folder.resolve("own.bin");
        byte[] content = Files.readAllBytes(own);
        content[content.length - 1] ^= 1;
        Files.write(own, content);
        assertThat(check()).contains("rules[0].options.files[0]: own.bin: damaged");
        content[4]++;
        Files.write(own, content);
        assertThat(check()).contains("rules[0].options.files[0]: own.bin: compiled in format");
    }

    @Test
    void aFaultNamesFileAndPlaceAndNoTerm() throws IOException {
        Run run = compile("wobble\n", "wob*ble\n");
        assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
        assertThat(run.err()).contains("b.txt: line 1: ").doesNotContain("wob*ble");
        assertThat(compile("wobble\n", ".,\n").err())
                .contains("b.txt: term 1: expected a term with a letter");
        assertThat(folder.resolve("own.bin")).doesNotExist();
    }

    @Test
    void whatIsCompiledIsNotCompiledAgain() throws IOException {
        compile("wobble\n", "");
        String own = folder.resolve("own.bin").toString();
        Run run = Run.of("", "compile", own, "-o", own);
        assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
        assertThat(run.err()).contains("compiled already");
    }

    private Run compile(String first, String second) throws IOException {
        Path a = Files.writeString(folder.resolve("a.txt"), first);
        Path b = Files.writeString(folder.resolve("b.txt"), second);
        return Run.of("", "compile", a.toString(), b.toString(), "-o", folder.resolve("own.bin").toString());
    }

    private String rules() throws IOException {
        return Files.writeString(folder.resolve("rules.json"), RULES).toString();
    }

    private String review(String in) throws IOException {
        return Run.of(in, "review", "--rules", rules()).out();
    }

    private String check() throws IOException {
        Run run = Run.of("", "check", rules());
        assertThat(run.exit()).isEqualTo(Exit.SOME_BAD);
        return run.err();
    }
}
