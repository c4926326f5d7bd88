// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

import dev.usher.review.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every ban store does, by a clock that stands still. */
public abstract class BanStoreContract {
    protected final MovingClock clock = new MovingClock();

    /** An empty one. */
    protected abstract BanStore store();

    protected static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(30));
    }

    @Test
    void aBannedUserIsFoundUntilTheBanIsLifted() throws Exception {
        BanStore store = store();
        Ban ban = new Ban(Banned.user("mal lory/#1"), null, "spam");
        store.add(ban);
        store.add(ban);

        assertThat(store.find("mal lory/#1", "", soon())).isEqualTo(ban);
        assertThat(store.find("mallory", "", soon())).isNull();
        assertThat(store.list()).containsExactly(ban);
        assertThat(store.remove(Banned.user("mal lory/#1"))).isTrue();
        assertThat(store.remove(Banned.user("mal lory/#1"))).isFalse();
        assertThat(store.find("mal lory/#1", "", soon())).isNull();
        assertThat(store.list()).isEmpty();
    }

    @Test
    void aTimedBanEnds() throws Exception {
        BanStore store = store();
        Ban user = new Ban(Banned.user("eve"), clock.instant().plusSeconds(10), "");
        Ban range = new Ban(Banned.addresses("203.0.113.0/24"), clock.instant().plusSeconds(10), "");
        store.add(user);
        store.add(range);
        clock.advance(Duration.ofMillis(9_999));
        assertThat(store.find("eve", "", soon())).isEqualTo(user);
        assertThat(store.find("ann", "203.0.113.7", soon())).isEqualTo(range);
        clock.advance(Duration.ofMillis(1));

        assertThat(store.find("eve", "203.0.113.7", soon())).isNull();
        assertThat(store.list()).isEmpty();
        assertThat(store.remove(Banned.user("eve"))).isFalse();
        assertThat(store.remove(Banned.addresses("203.0.113.0/24"))).isFalse();
    }

    @Test
    void aBannedRangeHoldsForItsAddressesOnly() throws Exception {
        BanStore store = store();
        store.add(new Ban(Banned.addresses("203.0.113.0/24"), null, "a"));
        store.add(new Ban(Banned.addresses("2001:db8::/32"), null, "b"));
        store.add(new Ban(Banned.addresses("198.51.100.9"), null, "c"));

        assertThat(store.find("ann", "203.0.113.255", soon())).isNotNull();
        assertThat(store.find("ann", "::ffff:203.0.113.1", soon())).isNotNull();
        assertThat(store.find("ann", "2001:db8:1::5", soon())).isNotNull();
        assertThat(store.find("ann", "198.51.100.9", soon())).isNotNull();
        assertThat(store.find("ann", "203.0.114.1", soon())).isNull();
        assertThat(store.find("ann", "198.51.100.10", soon())).isNull();
        assertThat(store.find("ann", "", soon())).isNull();
        assertThat(store.find("ann", "no address", soon())).isNull();
        assertThat(store.list()).hasSize(3);
        assertThat(store.remove(Banned.addresses("203.0.113.77/24"))).isTrue();
        assertThat(store.list()).hasSize(2);
    }

    @Test
    void aSecondBanReplacesTheFirst() throws Exception {
        BanStore store = store();
        store.add(new Ban(Banned.user("eve"), clock.instant().plusSeconds(1), "short"));
        Ban forEver = new Ban(Banned.user("eve"), null, "for ever");
        store.add(forEver);

        assertThat(store.list()).containsExactly(forEver);
    }
}
