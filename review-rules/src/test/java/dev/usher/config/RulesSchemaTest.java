// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds docs/rules.schema.json equal to the factories. To write it anew:
 * {@code mvn -pl review-rules -am verify -Dusher.schema.write=true}.
 */
final class RulesSchemaTest {
    private static final Path FILE = Path.of(System.getProperty("usher.root", ".."), "docs",
            "rules.schema.json");

    @Test
    void theSchemaSaysWhatTheFactoriesTake() throws IOException {
        String schema = pretty();
        if (Boolean.getBoolean("usher.schema.write")) {
            Files.writeString(FILE, schema);
        }

        assertThat(Files.readString(FILE)).as("docs/rules.schema.json differs from the factories;"
                + " write it anew with mvn -pl review-rules -am verify -Dusher.schema.write=true")
                .isEqualTo(schema);
    }

    private static String pretty() throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(RulesSchema.draw()) + "\n";
    }
}
