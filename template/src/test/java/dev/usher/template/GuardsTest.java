// SPDX-License-Identifier: Apache-2.0
package dev.usher.template;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The combinations that the template refuses before anything is made. */
final class GuardsTest {
    @Test
    void theDefaultsGoTogether() throws IOException {
        assertThat(Template.defaults().objections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SnapStart=PublishedVersions, ProvisionedConcurrency=2, SnapStart and ProvisionedConcurrency exclude",
        "MaximumProvisionedConcurrency=5, SnapStart=None, to grow from",
        "Enforcement=true, LogLevel=full, set StateTable to true",
        "Enforcement=true, LogLevel=none, set LogLevel to decisions or full",
        "SecondLook=true, StateTable=true, set Enforcement to true",
        "AdoptTagValue=live, StateTable=true, needs an AdoptTagKey"})
    void refusesWhatDoesNot(String one, String other, String saying) throws IOException {
        assertThat(Template.with(Map.of(name(one), value(one), name(other), value(other))).objections())
                .anyMatch(objection -> objection.contains(saying));
    }

    @Test
    void takesAllThatDoes() throws IOException {
        assertThat(Template.with(Map.of("ProvisionedConcurrency", "2", "MaximumProvisionedConcurrency", "8",
                "Enforcement", "true", "StateTable", "true", "AdoptTagKey", "chat", "AdoptTagValue", "live"))
                .objections()).isEmpty();
        assertThat(Template.with(Map.of("SnapStart", "PublishedVersions")).objections()).isEmpty();
    }

    private static String name(String assignment) {
        return assignment.substring(0, assignment.indexOf('='));
    }

    private static String value(String assignment) {
        return assignment.substring(assignment.indexOf('=') + 1);
    }
}
