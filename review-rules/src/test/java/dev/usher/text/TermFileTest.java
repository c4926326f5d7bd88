// SPDX-License-Identifier: Apache-2.0
package dev.usher.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class TermFileTest {
    private static final String LIST = """
            wobble
            spoil*
            =exact
            [allow]
            spoilsport
            [brand 1]
            acme
            """;

    @ParameterizedTest
    @ValueSource(strings = {"w.o.b.b.l.e", "w*bble", "spoiling", "a spoilsport", "exact", "3xact", "acme",
        "wobblegong", "wobbel", "hello"})
    void compiledItFindsWhatTheWrittenOneFinds(String content) {
        TermFile written = TermFile.read(LIST.getBytes(StandardCharsets.UTF_8), "list.txt");
        TermFile compiled = TermFile.read(TermFile.compile(List.of(written)), "list.bin");

        assertThat(written.isCompiled()).isFalse();
        assertThat(compiled.isCompiled()).isTrue();
        assertThat(compiled.size()).isEqualTo(written.size()).isEqualTo(5);
        assertThat(matcher(compiled).find(content)).isEqualTo(matcher(written).find(content));
        assertThat(matcher(compiled).explain(content)).isEqualTo(matcher(written).explain(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"w.o.b.b.l.e", "w*bble", "spoiling spoilsport", "a spoilsport", "acme wobble",
        "ac*e", "acem", "wobblegong"})
    void whatIsExplainedAsCountedIsWhatIsFound(String content) {
        TermMatcher matcher = matcher(TermFile.parse(LIST));

        assertThat(matcher.explain(content).stream().anyMatch(Candidate::isCounted))
                .isEqualTo(!matcher.find(content).isEmpty());
    }

    @Test
    void whatIsCompiledButNoListIsRefused() {
        byte[] tables = TextTables.shipped().toBytes();

        assertThatThrownBy(() -> TermFile.read(tables, "own.bin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("own.bin: compiled, but not from a list");
    }

    private static TermMatcher matcher(TermFile file) {
        return TermMatcher.builder().minSeverity(2).file(file).build();
    }
}
