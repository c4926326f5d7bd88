// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.archive;

import java.util.Map;

/** See {@link Archive#none}. */
record NoArchive() implements Archive {
    @Override
    public boolean keeps() {
        return false;
    }

    @Override
    public Map<String, String> read(String kind) {
        return Map.of();
    }

    @Override
    public void put(String kind, String key, String text, int most) {}

    @Override
    public void remove(String kind, String key) {}

    @Override
    public void close() {}
}
