// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import java.util.ArrayList;
import java.util.List;

/** Which members an object may have, and what may stand in them. */
final class Members {
    private Members() {}

    /** Notes a fault for each member of another name than the known ones. */
    static void noteUnknown(JsonCursor object, List<String> known, List<String> faults) throws JsonException {
        for (String name : object.names()) {
            if (!known.contains(name)) {
                faults.add(object.member(name).error("unknown; known here: " + String.join(", ", known))
                        .getMessage());
            }
        }
    }

    /** A list of texts with one at least, and none of them empty. */
    static List<String> strings(JsonCursor array) throws JsonException {
        List<String> strings = new ArrayList<>();
        for (JsonCursor element : array.elements()) {
            strings.add(element.nonEmptyString());
        }
        if (strings.isEmpty()) {
            throw array.error("expected at least one value");
        }
        return strings;
    }
}
