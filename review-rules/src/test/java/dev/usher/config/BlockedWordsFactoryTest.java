// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class BlockedWordsFactoryTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "\"words\": [\"fine\", \".,\"] | words[1]: expected a term with a letter or a digit in it",
        "\"words\": [\"fine\"], \"allow\": [\"--\"] | allow[0]: expected a term with a letter or a digit in it",
        "\"files\": [\"own.txt\"] | files[0]: line 3: expected a term with a letter or a digit in it"})
    void aTermWithoutLettersIsAFaultInItsPlace(String options, String fault) {
        String file = "{\"version\": 1, \"rules\": [{\"id\": \"a\", \"type\": \"blocked-words\", \"options\": {"
                + options + "}}]}";
        RuleServices services = name -> "# ours\nfine\n.,\n".getBytes(StandardCharsets.UTF_8);

        List<String> faults = catchThrowableOfType(RulesException.class, () -> RuleSet
                .read(file.getBytes(StandardCharsets.UTF_8), services, RuleSet.Defaults.STANDARD)).faults();

        assertThat(faults).containsExactly("rules[0].options." + fault);
    }
}
