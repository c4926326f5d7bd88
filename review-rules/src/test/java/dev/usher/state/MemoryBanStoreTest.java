// SPDX-License-Identifier: Apache-2.0
package dev.usher.state;

final class MemoryBanStoreTest extends BanStoreContract {
    @Override
    protected BanStore store() {
        return new MemoryBanStore(clock);
    }
}
