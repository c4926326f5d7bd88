// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Some operations of the control plane, by their names. */
interface Calls {
    /** One operation: takes checked input, gives the members of its output. */
    @FunctionalInterface
    interface Call {
        /** Does it; {@code region} is where the caller means to be. */
        ObjectNode answer(ObjectNode input, String region);
    }

    Map<String, Call> byName();
}
