// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Times as every client reads them: ISO 8601 in UTC with milliseconds, never epoch numbers. */
final class Times {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().appendInstant(3)
            .toFormatter();

    private Times() {}

    static String format(Instant time) {
        return FORMAT.format(time);
    }
}
