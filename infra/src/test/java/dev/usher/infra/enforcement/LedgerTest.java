// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.enforcement;

import dev.usher.infra.enforcement.Ledger.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract of both ledgers; DynamoDB's against AWS's own stand-in. */
final class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRefusalCountsOnceHoweverOftenItIsTold(boolean shared) {
        Ledger ledger = ledger(shared);
        ledger.strike("k", "b", NOW.plusSeconds(2), HOUR);
        ledger.strike("k", "b", NOW.plusSeconds(2), HOUR);
        assertThat(ledger.strike("k", "a", NOW, HOUR)).containsExactly(NOW, NOW.plusSeconds(2));
        assertThat(ledger.strike("other", "a", NOW, HOUR)).hasSize(1);
        assertThat(ledger.strike("k", "c", NOW.plusSeconds(3601), HOUR)).containsExactly(NOW.plusSeconds(2),
                NOW.plusSeconds(3601));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsDoneRests(boolean shared) {
        Ledger ledger = ledger(shared);
        assertThat(ledger.claim("k", NOW, REST)).isEqualTo(Claim.GRANTED);
        assertThat(ledger.claim("k", NOW, REST)).isEqualTo(Claim.BUSY);
        ledger.done("k");
        assertThat(ledger.claim("k", NOW, REST)).isEqualTo(Claim.DONE);
        assertThat(ledger.claim("k", NOW.minus(HOUR), REST)).isEqualTo(Claim.DONE);
        assertThat(ledger.claim("k", NOW.plus(REST), REST)).isEqualTo(Claim.DONE);
        assertThat(ledger.claim("k", NOW.plus(REST).plusMillis(1), REST)).isEqualTo(Claim.GRANTED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsReleasedOrLeftByTheDeadIsAnyones(boolean shared) {
        Ledger ledger = ledger(shared);
        ledger.claim("k", NOW, REST);
        ledger.release("k");
        assertThat(ledger.claim("k", NOW, REST)).isEqualTo(Claim.GRANTED);
        clock.set(NOW.plus(HOUR));
        assertThat(ledger.claim("k", NOW, REST)).isEqualTo(Claim.GRANTED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofManyAtOnceOneIsGranted(boolean shared) {
        Ledger ledger = ledger(shared);
        List<Claim> claims = IntStream.range(0, 16).parallel()
                .mapToObj(i -> ledger.claim("k", NOW.plusMillis(i), REST)).toList();
        assertThat(claims).containsOnlyOnce(Claim.GRANTED).doesNotContain(Claim.DONE);
    }

    private Ledger ledger(boolean shared) {
        return shared
                ? new DynamoDbLedger(DynamoDbLocal.shared().client(), DynamoDbLocal.shared().table(),
                        clock::get)
                : new MemoryLedger(clock::get);
    }
}
