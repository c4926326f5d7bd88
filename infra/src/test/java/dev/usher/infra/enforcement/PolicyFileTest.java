// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class PolicyFileTest {
    private static final String GOOD = """
            {"version":1,"triggers":[{"id":"a","rules":["links"],"denials":3,"within":"PT10M",
             "actions":[{"type":"ban","for":"PT1H"},{"type":"disconnect"}]}],
             "secondLook":{"threshold":0.8,"actions":[{"type":"delete"}]}}""";

    @Test
    void readsAPolicy() throws PolicyException {
        Policy policy = read(GOOD);
        assertThat(policy.callsPerSecond()).isEqualTo(50);
        assertThat(policy.triggers()).singleElement().satisfies(trigger -> {
            assertThat(trigger.rules()).isEqualTo(Set.of("links"));
            assertThat(trigger.within()).isEqualTo(Duration.ofMinutes(10));
            assertThat(trigger.rest()).isEqualTo(Duration.ofMinutes(1));
            assertThat(trigger.sanctions()).extracting(Sanction::word).containsExactly("ban", "disconnect");
        });
    }

    @Test
    void theOneThatShipsBansNobodyForLong() throws Exception {
        assertThat(EnforcementHandler.shippedPolicy().triggers()).hasSize(2)
                .allSatisfy(trigger -> assertThat(trigger.denials()).isGreaterThanOrEqualTo(10));
        assertThat(EnforcementHandler.shippedPolicy().secondLook()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"version\":1|\"version\":2|version: expected 1",
        "\"id\":\"a\"|\"id\":\"A b\"|triggers[0].id: ", "\"denials\":3|\"denials\":0|triggers[0].denials: ",
        "PT10M|ten minutes|triggers[0].within: ", "PT1H|PT9999H|triggers[0].actions[0].for: ",
        "\"disconnect\"|\"delete\"|triggers[0].actions[1].type: a refused message",
        "\"disconnect\"|\"ban\"|triggers[0].actions[1].for: ", "0.8|1.5|secondLook.threshold: ",
        "\"denials\"|\"denial\"|triggers[0].denial: unknown", "[\"links\"]|[]|triggers[0].rules: ",
        "\"version\":1|\"version\":1,\"version\":1|not JSON"})
    void saysWhereAFaultIs(String good, String bad, String fault) {
        assertThatExceptionOfType(PolicyException.class).isThrownBy(() -> read(GOOD.replace(good, bad)))
                .withMessageContaining(fault);
    }

    private static Policy read(String policy) throws PolicyException {
        return PolicyFile.read(policy.getBytes(StandardCharsets.UTF_8));
    }
}
