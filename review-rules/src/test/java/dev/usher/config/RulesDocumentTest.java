// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Holds docs/RULES.md to what the factories take: every option, and examples that work. */
final class RulesDocumentTest {
    private static final Path FILE = Path.of(System.getProperty("usher.root", ".."), "docs", "RULES.md");

    @Test
    void everyTypeHasASectionWithEveryOption() throws IOException {
        String document = Files.readString(FILE);
        for (String type : BuiltIn.TYPES) {
            assertThat(document).contains("\n## " + type + "\n").contains("[" + type + "](#" + type + ")");
            String section = document.substring(document.indexOf("\n## " + type + "\n"));
            section = section.substring(0,
                    section.indexOf("\n## ", 1) < 0 ? section.length() : section.indexOf("\n## ", 1));
            for (Option option : RulesSchema.asked(type)) {
                assertThat(section).as("option \"" + option.name() + "\" of " + type)
                        .contains("\n| `" + option.name() + "` |");
                if (option.type() == Option.Type.INTEGER || option.type() == Option.Type.FLAG) {
                    assertThat(section).as("default of \"" + option.name() + "\" of " + type)
                            .containsPattern("\\| `" + option.name() + "` \\|[^|]*\\| "
                                    + option.defaultValue() + " \\|");
                }
                if (option.name().equals("reason") || option.name().equals("action")) {
                    assertThat(section).contains(String.valueOf(option.defaultValue()));
                }
            }
        }
    }

    @Test
    void everyExampleIsSound() throws IOException {
        List<String> examples = examples(Files.readString(FILE));

        assertThat(examples).hasSizeGreaterThan(BuiltIn.TYPES.size());
        for (String example : examples) {
            String file = example.contains("\"version\"") ? example
                    : "{\"version\": 1, \"rules\": [" + example.strip().replace("\n{", ",\n{") + "]}";
            assertThatCode(() -> RuleSet.read(file.getBytes(StandardCharsets.UTF_8), name -> {
                throw new IOException("no file " + name);
            }, RuleSet.Defaults.STANDARD)).as(example).doesNotThrowAnyException();
        }
    }

    private static List<String> examples(String document) {
        List<String> examples = new ArrayList<>();
        for (int at = document.indexOf("```json\n"); at >= 0; at = document.indexOf("```json\n", at + 1)) {
            examples.add(document.substring(at + "```json\n".length(), document.indexOf("\n```", at + 1)));
        }
        return examples;
    }
}
