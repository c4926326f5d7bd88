// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import dev.usher.json.JsonCursor;
import dev.usher.json.JsonException;
import java.util.List;

/** Which members an object may have. */
final class Members {
    private Members() {}

    /** Notes a fault for each member of another name than the known ones. */
    static void noteUnknown(JsonCursor object, List<String> known, List<String> faults) {
        try {
            for (String name : object.names()) {
                if (!known.contains(name)) {
                    faults.add(object.member(name).error("unknown; known here: " + String.join(", ", known))
                            .getMessage());
                }
            }
        } catch (JsonException notAnObject) {
            faults.add(notAnObject.getMessage());
        }
    }
}
