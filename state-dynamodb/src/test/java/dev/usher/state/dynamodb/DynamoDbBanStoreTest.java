// SPDX-License-Identifier: Apache-2.0
package dev.usher.state.dynamodb;

import dev.usher.state.Ban;
import dev.usher.state.BanStore;
import dev.usher.state.BanStoreContract;
import dev.usher.state.Banned;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class DynamoDbBanStoreTest extends BanStoreContract {
    private final DynamoDbLocal local = DynamoDbLocal.shared();
    private final String table = local.table();

    @Override
    protected BanStore store() {
        return new DynamoDbBanStore(new Table(local.client(), table), clock);
    }

    @Test
    void addressesAreReadAgainAfterFiveSeconds() throws Exception {
        BanStore writer = store();
        BanStore reader = store();
        assertThat(reader.find("ann", "203.0.113.7", soon())).isNull();
        writer.add(new Ban(Banned.addresses("203.0.113.7"), null, ""));
        clock.advance(DynamoDbBanStore.RANGES_FRESH.plus(Duration.ofMillis(1)));

        assertThat(reader.find("ann", "203.0.113.7", soon())).isNotNull();
    }
}
