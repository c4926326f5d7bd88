// SPDX-License-Identifier: Apache-2.0
package dev.usher.rules;

import java.time.Duration;
import java.util.List;

/**
 * How often a text may be sent. Immutable.
 *
 * @param perUser how often one user may send the same text within the window; 0 for any number
 * @param perRoom how many users may send the same text, or nearly the same; 0 for any number
 * @param near whether texts that differ little are the same to {@code perRoom}
 * @param minimumLetters texts with fewer letters and digits pass
 * @param allow texts that may be sent by everybody at any time, such as "gg"; compared as they read
 */
public record DuplicatesOptions(int perUser, int perRoom, Duration window, boolean near, int minimumLetters,
        List<String> allow) {
    public DuplicatesOptions {
        allow = List.copyOf(allow);
    }
}
